import type { Agreement, TemplateSummary } from '@tawama/contracts';
import { useGetList } from 'ra-core';

/** Published versions of the agreement's template that are newer than the one it follows, the newest first. */
export function useNewerVersions({ templateKey, templateVersion }: Pick<Agreement, 'templateKey' | 'templateVersion'>): { newer: readonly TemplateSummary[]; isPending: boolean } {
  const { data, isPending } = useGetList<TemplateSummary>('templates', { filter: { key: templateKey, state: 'published' }, sort: { field: 'version', order: 'DESC' }, pagination: { page: 1, perPage: 50 } });
  return { newer: (data ?? []).filter(({ version }) => version > templateVersion), isPending };
}
