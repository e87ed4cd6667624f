import { useWords } from './words.js';
import { useZoneWords } from './zones.js';

/** The clock at a place, and which clock that is; a zone whose rules are not loaded is named by its city. */
export function LocalTime({ zone, nothing }: { zone: string | null; nothing: string }) {
  const { t } = useWords();
  const { clubZone, nameOf, timeIn } = useZoneWords();
  if (zone === null) return <>{nothing}</>;
  const time = timeIn(zone);
  if (zone === clubZone) return <>{nameOf(zone)}{time === null ? '' : <> · <bdi>{time}</bdi></>}</>;
  return time === null ? <bdi>{nameOf(zone)}</bdi> : <>{t('cities.nowThere', { time })}</>;
}
