import { instantToIso, instantToLocal, isKnownZone, isoToInstant, localToInstant, type ZoneTable } from '@tawama/domain';
import { useQuery } from '@tanstack/react-query';
import { clubZoneLabel } from '@tawama/messages';
import { useDataProvider } from 'ra-core';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useSession } from '../providers/session-context.js';
import { useClubNow } from './dates.js';
import { useWords } from './words.js';

interface Zones extends ZoneTable { clubZone: string }

/** Zone ids never reach the screen as they are: the club's own has its words, another is named by its city. */
export function useZoneWords() {
  const { language } = useWords();
  const { club } = useSession();
  const provider = useDataProvider<ClubDataProvider>();
  const now = useClubNow();
  const { data } = useQuery({ queryKey: ['zones'], queryFn: () => provider.read<Zones>('zones'), staleTime: Infinity });
  const nameOf = (zone: string): string => (zone === club.clubZone ? clubZoneLabel(language) : zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '));
  return {
    clubZone: club.clubZone,
    /** «توقيت السمارة», "Ndjamena" */
    nameOf,
    /** the clock there at this club moment, `HH:MM`; null when the rules of the zone are not loaded */
    /** when a day of the club begins and ends, as instants */
    dayBounds: (on: string): { from: string; to: string } => (data
      ? { from: instantToIso(localToInstant(data, data.clubZone, on, '00:00')), to: instantToIso(localToInstant(data, data.clubZone, on, '23:59')).replace(':00.000Z', ':59.999Z') }
      : { from: `${on}T00:00:00.000Z`, to: `${on}T23:59:59.999Z` }),
    timeIn: (zone: string): string | null => (data && isKnownZone(data, zone) ? instantToLocal(data, zone, isoToInstant(now)).time : null),
  };
}

/** Renamed or hidden by browsers, offered under the name people look for. */
const RENAMED: Readonly<Record<string, string>> = { 'Asia/Calcutta': 'Asia/Kolkata', 'Asia/Katmandu': 'Asia/Kathmandu', 'Asia/Saigon': 'Asia/Ho_Chi_Minh', 'Asia/Rangoon': 'Asia/Yangon', 'Africa/Asmera': 'Africa/Asmara', 'Europe/Kiev': 'Europe/Kyiv', 'America/Buenos_Aires': 'America/Argentina/Buenos_Aires', 'America/Godthab': 'America/Nuuk' };

/** Every zone to choose from; the club's own country is served by the club's zone alone. The server checks the choice against its own rules. */
export const zoneChoices = (clubZone: string): string[] => {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  const others = known.map((zone) => RENAMED[zone] ?? zone).filter((zone) => zone.includes('/') && zone !== clubZone && !/^(Etc|Antarctica)\/|El_Aaiun$|Casablanca$/.test(zone));
  return [clubZone, ...new Set(others)];
};
