export const ROOT: string;
export function buildInputs(): string[];
export function findPnpm(): Promise<{ command: string; args: string[]; env: NodeJS.ProcessEnv } | undefined>;
