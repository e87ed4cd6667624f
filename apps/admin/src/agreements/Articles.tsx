import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { Coverage } from '@tawama/contracts';
import { formatPercent } from '@tawama/messages';
import { useDataProvider } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useMay } from '../providers/session-context.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Rows } from '../ui/list/Rows.js';
import { Name } from '../ui/Name.js';
import { Card } from '../ui/Page.js';
import { LinkTo } from '../ui/References.js';
import { StatusMark } from '../ui/StatusMark.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

type Line = Coverage['articles'][number];
const GAPS = ['withoutStep', 'withoutEvidence', 'underway'] as const;

/** What was signed, article by article, how much of it has become real, and what is missing, in words. */
export default function Articles({ agreementId }: { agreementId: string }) {
  const { t, language } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const mayWrite = useMay('article.write');
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['coverage', agreementId], queryFn: () => provider.read<Coverage>(`agreements/${agreementId}/coverage`) });
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting rows={5} />;
  const add = `/articles/create?agreementId=${agreementId}`;
  if (data.percent === null) return <Card><EmptyState title={t('articles.none')} hint={t('articles.noneHint')} {...(mayWrite ? { to: add, action: t('articles.add') } : {})} /></Card>;
  const percent = t('articles.percent', { percent: formatPercent(data.percent, language) });
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Card id="gaps" title={percent}>
        <LinearProgress variant="determinate" value={data.percent} aria-label={percent} sx={{ blockSize: 10, borderRadius: 5, marginBlockEnd: 2 }} />
        {data.covered === data.total ? t('articles.noGaps') : <Gaps articles={data.articles} />}
      </Card>
      <Card id="articles" title={t('articles.title')} flush actions={mayWrite && <Button size="small" component={RouterLink} to={add} startIcon={<AddIcon aria-hidden />}>{t('articles.add')}</Button>}>
        <Rows<Line> label={t('articles.title')} rows={data.articles} keyOf={(article) => article.id} columns={[
          { key: 'number', label: t('articles.number'), title: true, width: '18%', cell: (article) => { const words = t('articles.article', { number: article.number }); return mayWrite ? <LinkTo to={`/articles/${article.id}/edit`} strong>{words}</LinkTo> : words; } },
          { key: 'text', label: t('articles.text'), cell: (article) => <Name of={article.text} /> },
          { key: 'state', label: t('projects.status'), cell: (article) => <StatusMark group="articleState" value={article.state} /> },
        ]} />
      </Card>
    </Box>
  );
}

function Gaps({ articles }: { articles: readonly Line[] }) {
  const { t, colon, language } = useWords();
  const comma = language === 'ar' ? '، ' : ', ';
  return (
    <>
      <Typography variant="h3" gutterBottom>{t('articles.gaps')}</Typography>
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
        {GAPS.map((state) => { const missing = articles.filter((article) => article.state === state); return missing.length > 0 && <li key={state}>{t(`articles.gap.${state}`)}{colon}{missing.map(({ number }) => t('articles.article', { number })).join(comma)}</li>; })}
      </Box>
    </>
  );
}
