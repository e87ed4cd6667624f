import type { TemplateSummary } from '@tawama/contracts';
import { useGetList } from 'ra-core';

const NONE: readonly TemplateSummary[] = [];

/** Versions of templates that can be played, drafts too; of each template the newest first. */
export function useVersions(): readonly TemplateSummary[] {
  const { data } = useGetList<TemplateSummary>('templates', { pagination: { page: 1, perPage: 200 }, sort: { field: 'version', order: 'DESC' }, filter: { state: ['draft', 'published'] } });
  return data ?? NONE;
}
