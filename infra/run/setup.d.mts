export const ROOT: string;
export function buildInputs(): string[];
export function providePnpm(): Promise<{ command: string; args: string[]; env: NodeJS.ProcessEnv }>;
