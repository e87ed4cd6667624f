export interface Weight { page: string; kb: number; budget: number }
export const BUDGETS: Readonly<Record<'signIn' | 'shell' | 'firstList' | 'furtherScreen', number>>;
export function weighPages(manifest: Record<string, { file: string; imports?: string[]; isDynamicEntry?: boolean }>, weigh: (file: string) => number): Weight[];
export function table(rows: readonly Weight[]): string;
export function weighFolder(dist: string): Weight[];
