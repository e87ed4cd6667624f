import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import type { Ground as Figures } from '@tawama/contracts';
import { useDataProvider } from 'ra-core';
import { useFigures } from '../projects/figures.js';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useMay } from '../providers/session-context.js';
import { listOf } from '../ui/links.js';
import { LinkTo } from '../ui/References.js';
import { useWords } from '../ui/words.js';

/** What the club is there for, first: projects, people whom they reached, articles that have become real. Its place is kept while it is asked for. */
export function Ground() {
  const { t } = useWords();
  const { number } = useFigures();
  const provider = useDataProvider<ClubDataProvider>();
  const mayRead = useMay('project.read');
  const { data } = useQuery({ queryKey: ['ground'], queryFn: () => provider.read<Figures>('ground'), enabled: mayRead });
  if (!mayRead) return null;
  return (
    <Box component="section" aria-label={t('projects.ground')} sx={{ minBlockSize: 44, display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5, alignItems: 'baseline', paddingInline: 2, paddingBlock: 1.25, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 2, fontSize: '1.0625rem', fontWeight: 600 }}>
      {data && (
        <>
          <LinkTo to={listOf('/projects', { status: 'running' })}>{t('projects.running', { smart_count: data.running })}</LinkTo>
          {data.completed > 0 && <LinkTo to={listOf('/projects', { status: 'completed' })}>{t('projects.completed', { smart_count: data.completed })}</LinkTo>}
          <LinkTo to={listOf('/projects', {})}>{data.reached >= 1_000 ? `${t('projects.columns.beneficiaries')} ${number(data.reached)}` : t('projects.people', { smart_count: data.reached })}</LinkTo>
          {data.articles > 0 && <span>{t('projects.covered', { covered: data.covered, articles: data.articles })}</span>}
        </>
      )}
    </Box>
  );
}
