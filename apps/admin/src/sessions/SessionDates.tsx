import type { CouncilSession } from '@tawama/contracts';
import { useWords } from '../ui/words.js';

/** From when to when a session is held; one day is told once. */
export function SessionDates({ session: { beginsOn, endsOn } }: { session: Pick<CouncilSession, 'beginsOn' | 'endsOn'> }) {
  const { t, date } = useWords();
  return <>{beginsOn === endsOn ? date(beginsOn, 'weekday') : t('sessions.fromTo', { from: date(beginsOn), to: date(endsOn) })}</>;
}
