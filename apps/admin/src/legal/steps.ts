import { useQueries } from '@tanstack/react-query';
import type { LocalisedText, TemplateSummary, TemplateVersion } from '@tawama/contracts';
import { useDataProvider, useGetList } from 'ra-core';
import type { ClubDataProvider } from '../providers/data-provider.js';

export interface KnownStep { key: string; number: string; title: LocalisedText }

/** The steps of the newest version of every template that agreements follow, in the order of their numbers; each key once. */
export function useSteps(): readonly KnownStep[] {
  const provider = useDataProvider<ClubDataProvider>();
  const { data: all = [] } = useGetList<TemplateSummary>('templates', { pagination: { page: 1, perPage: 200 }, sort: { field: 'key', order: 'ASC' }, filter: { state: 'published,retired' } });
  const newest = new Map<string, number>();
  for (const { key, version } of all) newest.set(key, Math.max(version, newest.get(key) ?? 0));
  const read = useQueries({ queries: [...newest].map(([key, version]) => ({ queryKey: ['templates', key, String(version)], queryFn: () => provider.read<TemplateVersion>(`templates/${encodeURIComponent(key)}/versions/${version}`) })) });
  const steps = new Map<string, KnownStep>();
  for (const { data } of read) for (const { key, number, title } of data?.milestones ?? []) if (!steps.has(key)) steps.set(key, { key, number, title });
  return [...steps.values()].sort((one, other) => placeOf(one) - placeOf(other));
}

const placeOf = ({ number }: KnownStep): number => { const [stage = 0, place = 0] = number.split('.').map(Number); return stage * 100 + place; };
