import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { TemplateSummary, TemplateVersion } from '@tawama/contracts';
import { useGetList } from 'ra-core';
import { useState } from 'react';
import { ChoiceField } from '../ui/form/fields.js';
import { Card } from '../ui/Page.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { useDiff } from './versions.js';

/** What this version has otherwise than another one of the same template, in sentences. */
export function Compare({ template }: { template: TemplateVersion }) {
  const { t, label } = useWords();
  const [from, setFrom] = useState('');
  const { data = [] } = useGetList<TemplateSummary>('templates', { pagination: { page: 1, perPage: 200 }, sort: { field: 'version', order: 'DESC' }, filter: { key: template.key } });
  const others = data.filter(({ version }) => version !== template.version);
  if (others.length === 0) return null;
  return (
    <Card id="compare" title={t('templates.compare')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Box sx={{ display: 'grid', maxInlineSize: 360 }}>
          <ChoiceField label={t('templates.compareWith')} value={from} none={t('record.choose')} onChange={setFrom} options={others.map(({ version, state }) => ({ value: String(version), label: `${t('templates.version', { n: version })} · ${label('templateState', state)}` }))} />
        </Box>
        {from !== '' && <Differences template={template} from={from} />}
      </Box>
    </Card>
  );
}

function Differences({ template, from }: { template: TemplateVersion; from: string }) {
  const { t, text } = useWords();
  const { data, error, isPending, refetch } = useDiff(template, from);
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting rows={3} />;
  if (data.changes.length === 0) return <Typography role="status">{t('templates.compareNone')}</Typography>;
  return (
    <div role="status">
      <Typography color="text.secondary">{t('templates.compareHint')}</Typography>
      <Box component="ul" sx={{ margin: 0, marginBlockStart: 1, paddingInlineStart: 2.5, display: 'grid', gap: 0.75, overflowWrap: 'anywhere' }}>
        {data.changes.map((change, index) => <li key={index}>{text(change.text)}</li>)}
      </Box>
    </div>
  );
}
