import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { TemplateDiff, TemplateVersion } from '@tawama/contracts';
import { useDataProvider, useNotify } from 'ra-core';
import { useNavigate } from 'react-router-dom';
import { call } from '../providers/http.js';
import type { ClubDataProvider } from '../providers/data-provider.js';

const pathOf = (key: string, version: number | string): string => `templates/${encodeURIComponent(key)}/versions/${encodeURIComponent(version)}`;
export const screenOf = ({ key, version }: { key: string; version: number }): string => `/templates/${key}/${version}`;
export const fileOf = ({ key, version }: { key: string; version: number }): string => `/api/${pathOf(key, version)}/file`;

/** One version of a template. */
export function useVersion(key: string, version: string) {
  const provider = useDataProvider<ClubDataProvider>();
  return useQuery({ queryKey: ['templates', key, version], queryFn: () => provider.read<TemplateVersion>(pathOf(key, version)) });
}

/** What a version has otherwise than another one; nothing is asked while none is chosen. */
export function useDiff({ key, version }: TemplateVersion, from: string) {
  const provider = useDataProvider<ClubDataProvider>();
  return useQuery({ queryKey: ['templates', key, version, 'diff', from], enabled: from !== '', queryFn: () => provider.read<TemplateDiff>(`${pathOf(key, version)}/diff`, { from }) });
}

/** What may be done with a version; each says what was refused by throwing. */
export function useVersionDeeds() {
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const notify = useNotify();
  const navigate = useNavigate();
  const refresh = () => queries.invalidateQueries({ queryKey: ['templates'] });
  const draftOf = async (key: string, body: object) => {
    const draft = await provider.send<TemplateVersion>(`templates/${encodeURIComponent(key)}/versions`, body);
    notify('templates.draftMade', { type: 'success' });
    await refresh();
    void navigate(screenOf(draft));
  };
  const command = async ({ key, version, revision }: TemplateVersion, name: 'publish' | 'retire') => {
    await provider.send(`${pathOf(key, version)}/${name}`, { revision });
    notify('list.saved', { type: 'success' });
    await refresh();
  };
  return {
    copy: ({ key, version }: TemplateVersion) => draftOf(key, { copyOf: version }),
    importFile: (key: string, definition: object) => draftOf(key, { definition }),
    publish: (version: TemplateVersion) => command(version, 'publish'),
    retire: (version: TemplateVersion) => command(version, 'retire'),
    remove: async ({ key, version }: TemplateVersion) => {
      await call(pathOf(key, version), { method: 'DELETE' });
      notify('record.removed', { type: 'success' });
      void navigate('/templates');
      await refresh();
    },
  };
}
