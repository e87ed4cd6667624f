/** A name where no `<bdi>` may stand, as in an option: its direction disturbs nothing around it, and its last sign stays at its end. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
