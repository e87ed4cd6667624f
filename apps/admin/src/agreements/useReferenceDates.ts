import type { Agreement, TemplateSummary } from '@tawama/contracts';
import { useGetList } from 'ra-core';

const VERSIONS = { page: 1, perPage: 200 };

/** The reference dates that an agreement's template knows, in its order and under its names; empty until they are there. */
export function useReferenceDates({ templateKey, templateVersion }: Pick<Agreement, 'templateKey' | 'templateVersion'>): TemplateSummary['events'] {
  const { data = [] } = useGetList<TemplateSummary>('templates', { filter: { key: templateKey }, pagination: VERSIONS, sort: { field: 'version', order: 'DESC' } });
  return data.find(({ version }) => version === templateVersion)?.events ?? [];
}
