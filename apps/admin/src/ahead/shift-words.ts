import { useWords } from '../ui/words.js';

/** How far a date has moved, in words: "12 days later"; '' where it has not, or where one of the two dates is missing. */
export function useShiftWords(): (days: number | null) => string {
  const { t } = useWords();
  return (days) => (days === null || days === 0 ? '' : t(days > 0 ? 'ahead.preview.later' : 'ahead.preview.earlier', { smart_count: Math.abs(days) }));
}
