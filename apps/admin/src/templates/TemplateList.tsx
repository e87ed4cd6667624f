import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { templateSummary } from '@tawama/contracts';
import { useGetList } from 'ra-core';
import { useInstant } from '../ui/dates.js';
import { EmptyState } from '../ui/EmptyState.js';
import { listOf } from '../ui/links.js';
import { Name } from '../ui/Name.js';
import { Card, Page } from '../ui/Page.js';
import { LinkTo } from '../ui/References.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

type Summary = (typeof templateSummary)['_output'];

/** The published templates. */
export default function TemplateList() {
  const { t, label, date } = useWords();
  const { localDate } = useInstant();
  const { data, error, isPending, refetch } = useGetList<Summary>('templates', { pagination: { page: 1, perPage: 100 }, sort: { field: 'key', order: 'ASC' }, filter: { state: 'published' } });
  return (
    <Page title={t('templates.title')} lead={t('templates.lead')}>
      {error ? <Failed error={error} retry={() => void refetch()} /> : isPending ? <Waiting rows={3} /> : data.length === 0 ? <EmptyState title={t('templates.empty')} /> : (
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
          {data.map((template) => (
            <li key={template.id}>
              <Card>
                <Typography variant="h2"><LinkTo to={`/templates/${template.key}/${template.version}`}><Name of={template.title} /></LinkTo></Typography>
                <Typography color="text.secondary">{label('agreementType', template.agreementType)} · {t('templates.version', { n: template.version })} · {t('templates.publishedOn', { date: date(template.publishedAt && localDate(template.publishedAt)) })}</Typography>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, marginBlockStart: 1 }}>
                  <LinkTo to={`/templates/${template.key}/${template.version}`}>{t('templates.milestones', { smart_count: template.milestones })}</LinkTo>
                  <LinkTo to={listOf('/agreements', { templateKey: template.key })}>{t('templates.agreements')}</LinkTo>
                </Box>
              </Card>
            </li>
          ))}
        </Box>
      )}
    </Page>
  );
}
