import { useWords } from '../ui/words.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something has lasted, by the clock on the wall: leases, rounds and backups do not follow the club's clock. */
export function useDuration() {
  const { t } = useWords();
  const inWords = (seconds: number): string => {
    if (seconds < 1) return t('jobs.moment');
    if (seconds < 2 * MINUTE) return t('jobs.seconds', { smart_count: Math.round(seconds) });
    if (seconds < 2 * HOUR) return t('jobs.minutes', { smart_count: Math.round(seconds / MINUTE) });
    if (seconds < 2 * DAY) return t('jobs.hours', { smart_count: Math.round(seconds / HOUR) });
    return t('jobs.days', { smart_count: Math.round(seconds / DAY) });
  };
  const secondsSince = (iso: string): number => Math.max(0, (performance.timeOrigin + performance.now() - Date.parse(iso)) / 1_000);
  return { inWords, secondsSince, since: (iso: string) => inWords(secondsSince(iso)), hours: (hours: number) => inWords(hours * HOUR) };
}
