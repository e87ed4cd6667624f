import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { Delivery, Language } from '@tawama/contracts';
import { directionOf, LANGUAGE_NAMES } from '@tawama/messages';
import { useState } from 'react';
import { callText, queryString } from '../providers/http.js';
import { Card } from '../ui/Page.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

const TONGUES: readonly Language[] = ['ar', 'fr', 'en'];
const PARTS = ['html', 'text', 'source'] as const;
const WIDTHS = { desktop: 720, phone: 360 } as const;
type Width = keyof typeof WIDTHS;

/** The mail as its reader sees it, in each language, as a page, as plain text and as it went over the wire. No script of it can run. */
export function Preview({ mail }: { mail: Delivery }) {
  const { t } = useWords();
  const [tongue, setTongue] = useState<Language>(mail.language);
  const [part, setPart] = useState<(typeof PARTS)[number]>('html');
  const [width, setWidth] = useState<Width>('desktop');
  const language = tongue === mail.language ? undefined : tongue;
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['deliveries', 'preview', mail.id, mail.state, tongue, part], queryFn: () => callText(`deliveries/${mail.id}/preview${queryString({ language, part })}`) });
  return (
    <Card id="mail" title={t('outbox.mail')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, marginBlockEnd: 2 }}>
        <Choose label={t('outbox.tongue')} value={tongue} onChange={setTongue} options={TONGUES.map((value) => ({ value, text: LANGUAGE_NAMES[value] }))} />
        <Choose label={t('outbox.part')} value={part} onChange={setPart} options={PARTS.map((value) => ({ value, text: t(`outbox.parts.${value}`) }))} />
        {part === 'html' && <Box sx={{ display: { xs: 'none', sm: 'block' } }}><Choose label={t('outbox.width')} value={width} onChange={setWidth} options={(['desktop', 'phone'] as const).map((value) => ({ value, text: t(`outbox.${value}`) }))} /></Box>}
      </Box>
      {language !== undefined && <Typography variant="body2" color="text.secondary" sx={{ marginBlockEnd: 1 }}>{t('outbox.otherTongue')}</Typography>}
      {error ? <Failed error={error} retry={() => void refetch()} /> : isPending ? <Waiting /> : part === 'html'
        ? <Box component="iframe" title={t('outbox.frameTitle')} sandbox="" srcDoc={data} sx={{ display: 'block', inlineSize: '100%', maxInlineSize: WIDTHS[width], blockSize: 720, marginInline: 'auto', border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: '#ffffff', colorScheme: 'light' }} />
        : <Box component="pre" tabIndex={0} aria-label={t(`outbox.parts.${part}`)} dir={part === 'source' ? 'ltr' : directionOf(tongue)} lang={part === 'source' ? 'en' : tongue} sx={{ margin: 0, padding: 2, border: 1, borderColor: 'divider', borderRadius: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxBlockSize: 720, overflowY: 'auto', fontSize: '0.875rem', fontFamily: part === 'source' ? 'monospace' : 'inherit' }}>{data}</Box>}
    </Card>
  );
}

function Choose<T extends string>({ label, value, onChange, options }: { label: string; value: T; onChange: (value: T) => void; options: readonly { value: T; text: string }[] }) {
  return (
    <ToggleButtonGroup exclusive size="small" color="primary" aria-label={label} value={value} onChange={(_, chosen: T | null) => { if (chosen !== null) onChange(chosen); }}>
      {options.map((option) => <ToggleButton key={option.value} value={option.value} sx={{ textTransform: 'none', paddingInline: 1.5, color: 'text.primary' }}>{option.text}</ToggleButton>)}
    </ToggleButtonGroup>
  );
}
