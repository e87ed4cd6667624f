import type { Holiday } from '@tawama/contracts';
import { useWords } from '../ui/words.js';

/** On which day: every year, or once. */
export function HolidayDate({ holiday }: { holiday: Pick<Holiday, 'monthDay' | 'on'> }) {
  const { t, date } = useWords();
  if (holiday.monthDay !== null) return <>{t('holidays.everyYear', { date: date(`2000-${holiday.monthDay}`, 'dayMonth') })}</>;
  return <>{date(holiday.on, 'weekday')}</>;
}
