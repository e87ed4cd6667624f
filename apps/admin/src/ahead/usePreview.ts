import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlanSheet } from '@tawama/contracts';
import { hasZonesFor, type IntendedChange, knownPlan, type KnownPlan, knowsThoseNamed, preview, type Preview, type Result, type ZoneTable } from '@tawama/domain';
import { useDataProvider } from 'ra-core';
import { useMemo } from 'react';
import type { ClubDataProvider } from '../providers/data-provider.js';

export interface Ahead {
  /** the plan, once it is here */
  known: KnownPlan | undefined;
  intended: IntendedChange | null;
  /** what the change would do; null while there is nothing to try */
  result: Result<Preview> | null;
  /** why the plan could not be fetched */
  error: Error | null;
}

/**
 * What a change would do, by the rules that the server goes by: the plan is fetched once when a dialog opens, and again when somebody
 * else has changed it; after that every key stroke is answered here.
 * @param version the version that the dialog names; another one asks for the plan anew
 * @param intended null: there is nothing to try yet
 * @param enabled false: there never will be
 */
export function usePreview(agreementId: string, version: number, intended: IntendedChange | null, enabled = true): Ahead {
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const { data: known, error } = useQuery({
    queryKey: ['plan', agreementId, version], enabled, staleTime: Infinity, gcTime: 0, retry: false, structuralSharing: false,
    queryFn: async () => {
      const zonesNow = (staleTime: number) => queries.fetchQuery({ queryKey: ['zones'], queryFn: () => provider.read<ZoneTable>('zones'), staleTime });
      const [sheet, zones] = await Promise.all([provider.read<PlanSheet>(`agreements/${agreementId}/plan`), zonesNow(Infinity)]);
      // Somebody may live in another zone since the rules were fetched.
      return knownPlan(sheet, hasZonesFor(sheet, zones) ? zones : await zonesNow(0));
    },
  });
  const asked = intended === null ? null : JSON.stringify(intended);
  return useMemo(() => {
    const change = asked === null ? null : JSON.parse(asked) as IntendedChange;
    return { known, intended: change, error, result: known && change !== null && knowsThoseNamed(known, change) ? preview(known, change) : null };
  }, [known, asked, error]);
}
