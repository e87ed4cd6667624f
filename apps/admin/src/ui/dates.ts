import { daysBetween, instantToLocal, isKnownZone, isoToInstant, type ZoneTable } from '@tawama/domain';
import { useQuery } from '@tanstack/react-query';
import { clubZoneLabel } from '@tawama/messages';
import { useDataProvider } from 'ra-core';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useSession } from '../providers/session-context.js';
import { useWords } from './words.js';

interface Zones extends ZoneTable { clubZone: string }

/** The club's day, `YYYY-MM-DD`, as the server says it. */
export const useToday = (): string => {
  const { club } = useSession();
  const provider = useDataProvider<ClubDataProvider>();
  const { data } = useQuery({ queryKey: ['club'], queryFn: () => provider.read<typeof club>('club'), initialData: club, staleTime: 60_000 });
  return data.today;
};

/** The club's clock as the server tells it, an ISO instant. */
export const useClubNow = (): string => {
  const { club } = useSession();
  const provider = useDataProvider<ClubDataProvider>();
  return useQuery({ queryKey: ['club'], queryFn: () => provider.read<typeof club>('club'), initialData: club, staleTime: 60_000 }).data.now;
};

/** How long ago a date was, in words. */
export const useAgo = (): ((on: string) => string) => {
  const today = useToday();
  const { ago } = useWords();
  return (on) => ago(daysBetween(on, today));
};

/**
 * Instants in words, in the club's zone or another one, on the pinned zone rules of the server: the browser's own may be an
 * hour wrong for Smara. Answers '' until the rules are there.
 */
export function useInstant(): { inWords: (iso: string, zone?: string) => string; zoneLabel: string; localDate: (iso: string) => string; localTime: (iso: string) => string } {
  const provider = useDataProvider<ClubDataProvider>();
  const { language, dateTime } = useWords();
  const { data } = useQuery({ queryKey: ['zones'], queryFn: () => provider.read<Zones>('zones'), staleTime: Infinity });
  const local = (iso: string, zone?: string) => {
    if (!data) return null;
    const wanted = zone !== undefined && isKnownZone(data, zone) ? zone : data.clubZone;
    return instantToLocal(data, wanted, isoToInstant(iso));
  };
  return {
    inWords: (iso, zone) => { const at = local(iso, zone); return at === null ? '' : dateTime(at.date, at.time, 'short'); },
    localTime: (iso) => local(iso)?.time.slice(0, 5) ?? '',
    localDate: (iso) => local(iso)?.date ?? iso.slice(0, 10),
    zoneLabel: clubZoneLabel(language),
  };
}
