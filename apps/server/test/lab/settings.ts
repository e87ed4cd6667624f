/** The one place where the laboratory reads its settings. */
export const SETTINGS = {
  /** Every random choice comes from here; the same seed chooses the same again. */
  seed: Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000_000)),
  /** Names of scenarios, like `r1` or `r1-redis`; none: all. */
  only: (process.env['SOAK_ONLY'] ?? '').split(',').filter(Boolean),
  /** File to which each scenario adds its figures, a line of JSON each. */
  report: process.env['SOAK_REPORT'],
};
