/** What is measured of a project; null: not said or not measured yet. */
export interface IndicatorFigures { readonly baseline: number | null; readonly target: number | null; readonly actual: number | null }

/**
 * How far an indicator has come from its baseline (0 where none is given) to its target, 0–100; falling figures count downwards.
 * null while target or measurement is missing, or where there is no way to go.
 */
export function indicatorShare({ baseline, target, actual }: IndicatorFigures): number | null {
  if (target === null || actual === null) return null;
  const from = baseline ?? 0;
  if (target === from) return null;
  return Math.min(100, Math.max(0, Math.floor((100 * (actual - from)) / (target - from))));
}
