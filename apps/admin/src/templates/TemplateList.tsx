import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { TemplateSummary } from '@tawama/contracts';
import { useGetList } from 'ra-core';
import { useState } from 'react';
import { useMay } from '../providers/session-context.js';
import { useInstant } from '../ui/dates.js';
import { EmptyState } from '../ui/EmptyState.js';
import { listOf } from '../ui/links.js';
import { Name } from '../ui/Name.js';
import { Card, Page } from '../ui/Page.js';
import { LinkTo } from '../ui/References.js';
import { StatusMark } from '../ui/StatusMark.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { ImportTemplate } from './ImportTemplate.js';
import { screenOf } from './versions.js';

/** Every version of every template, with where it stands in life. */
export default function TemplateList() {
  const { t, label, date } = useWords();
  const { localDate } = useInstant();
  const { data, error, isPending, refetch } = useGetList<TemplateSummary>('templates', { pagination: { page: 1, perPage: 200 }, sort: { field: 'key', order: 'ASC' }, filter: {} });
  const mayWrite = useMay('template.write');
  const [importing, setImporting] = useState(false);
  const lifeOf = ({ state, publishedAt, retiredAt }: TemplateSummary): string =>
    state === 'draft' || publishedAt === null ? t('templates.draftHint') : retiredAt === null ? t('templates.publishedOn', { date: date(localDate(publishedAt)) }) : t('templates.retiredOn', { date: date(localDate(retiredAt)) });
  return (
    <Page title={t('templates.title')} lead={t('templates.lead')} actions={mayWrite && <Button variant="outlined" onClick={() => setImporting(true)}>{t('templates.importFile')}</Button>}>
      {importing && <ImportTemplate onClose={() => setImporting(false)} />}
      {error ? <Failed error={error} retry={() => void refetch()} /> : isPending ? <Waiting rows={3} /> : data.length === 0 ? <EmptyState title={t('templates.empty')} /> : (
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
          {data.map((template) => (
            <li key={template.id}>
              <Card>
                <Typography variant="h2"><LinkTo to={screenOf(template)}><Name of={template.title} /></LinkTo></Typography>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}><StatusMark group="templateState" value={template.state} /><Typography color="text.secondary">{label('agreementType', template.agreementType)} · {t('templates.version', { n: template.version })}</Typography></Box>
                <Typography color="text.secondary" variant="body2">{lifeOf(template)}</Typography>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, marginBlockStart: 1 }}>
                  <LinkTo to={screenOf(template)}>{t('templates.milestones', { smart_count: template.milestones })}</LinkTo>
                  {template.state !== 'draft' && <LinkTo to={listOf('/agreements', { templateKey: template.key })}>{t('templates.agreements')}</LinkTo>}
                </Box>
              </Card>
            </li>
          ))}
        </Box>
      )}
    </Page>
  );
}
