import type { Plugin } from 'vitest/config';

export interface Mutant { kind: string; from: number; to: number; text: string; by: string; line: number }
export function mutantsOf(source: string): Mutant[];
export function withoutGuard(mutant: Mutant & { file: string }): Plugin;
