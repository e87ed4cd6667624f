export const ROOT: string;
export function buildInputs(): string[];
