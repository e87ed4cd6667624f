/** The address of a list with a filter in force. */
export const listOf = (path: string, filter: Record<string, unknown>): string => `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
