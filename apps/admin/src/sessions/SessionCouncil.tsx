import type { CouncilSession } from '@tawama/contracts';
import { CityLink } from '../ui/References.js';
import { useWords } from '../ui/words.js';

/** Whose council meets: a city's, or that of every commune of ours. */
export function SessionCouncil({ session: { cityId } }: { session: Pick<CouncilSession, 'cityId'> }) {
  const { t } = useWords();
  return cityId === null ? <>{t('sessions.everyCouncil')}</> : <CityLink id={cityId} />;
}
