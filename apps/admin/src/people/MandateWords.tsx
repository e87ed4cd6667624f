import EventBusyIcon from '@mui/icons-material/EventBusyOutlined';
import { useToday } from '../ui/dates.js';
import { Mark } from '../ui/StatusMark.js';
import { useWords } from '../ui/words.js';

/** Until when somebody speaks for their side, in words; a mandate that is over stands out. */
export function MandateWords({ on }: { on: string | null }) {
  const { t, date } = useWords();
  const today = useToday();
  if (on === null) return <>{t('people.noMandateEnd')}</>;
  if (on < today) return <Mark icon={EventBusyIcon} tone="error">{t('people.mandateOver', { date: date(on, 'short') })}</Mark>;
  return <>{t('people.mandateEnds', { date: date(on, 'short') })}</>;
}
