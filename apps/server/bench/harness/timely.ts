/** What every contender of `timely` is asked: plan so many for far off, and so many that fall due within one second from `inMs` on. */
export interface TimelyOrder { planned: number; due: number; inMs: number }
export interface TimelySettings { databaseUrl: string; redisUrl?: string | undefined }
/** Milliseconds from due to taken, one each; below 0 would be too early. */
export type Lateness = number[];
export const SPAN_MS = 1_000;

/** When the n-th of `due` falls due. @param from the first one's instant in milliseconds */
export const dueAtOf = (n: number, due: number, from: number): number => Math.floor(from + (n / due) * SPAN_MS);
