export const LEGAL = '/legal';
export const ANSWERED = '/legal/answered';
export const NOTES = '/legal/notes';
export const editOf = ({ id }: { id: string }): string => `${NOTES}/${id}/edit`;
/** Where a note on this step and country is begun. */
export const newNoteOn = (country: string, key: string): string => `${NOTES}/create?${new URLSearchParams({ country, key }).toString()}`;
