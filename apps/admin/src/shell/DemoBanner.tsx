import HelpIcon from '@mui/icons-material/HelpOutlined';
import ScheduleIcon from '@mui/icons-material/Schedule';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'ra-core';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useMay } from '../providers/session-context.js';
import { useClubNow, useInstant } from '../ui/dates.js';
import { useWords } from '../ui/words.js';

interface Played { now: string; sent: number; held: number; failed: number; pending?: number }

/** Explains the demo clock, and plays it: the mails that fall due on the way are sent, and the Outbox shows them. */
export function DemoBanner() {
  const { t } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const now = useClubNow();
  const { inWords, zoneLabel } = useInstant();
  const mayRead = useMay('delivery.read');
  const [explained, setExplained] = useState(false);
  const [playing, setPlaying] = useState(false);
  const [result, setResult] = useState<{ played: Played; from: string } | { refusal: string } | null>(null);

  const play = async (advance: string) => {
    setPlaying(true);
    setResult(null);
    try {
      const played = await provider.send<Played>('demo/clock', { advance });
      setResult({ played, from: now });
      await queries.invalidateQueries();
    } catch (problem) {
      setResult({ refusal: problem instanceof Error ? problem.message : t('shell.failedTitle') });
    } finally { setPlaying(false); }
  };

  return (
    <Box component="aside" aria-label={t('shell.demo.title')} sx={{ bgcolor: 'secondary.light', color: 'text.primary', border: 1, borderColor: 'divider', borderRadius: 2, overflow: 'hidden', '@media print': { display: 'none' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 0.5, paddingInline: 2, paddingBlock: 0.75 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flex: '1 1 260px', minInlineSize: 0 }}>
          <ScheduleIcon aria-hidden fontSize="small" />
          <span><strong>{t('shell.demo.title')}.</strong> {t('shell.demo.clock', { when: `${inWords(now)} (${zoneLabel})` })}</span>
          <IconButton size="small" aria-label={t('shell.demo.explain')} aria-expanded={explained} onClick={() => setExplained(!explained)}><HelpIcon fontSize="small" aria-hidden /></IconButton>
        </Box>
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button size="small" variant="outlined" color="secondary" disabled={playing} onClick={() => void play('P1D')}>{t('shell.demo.playDay')}</Button>
          <Button size="small" variant="contained" color="secondary" disabled={playing} onClick={() => void play('P7D')}>{t('shell.demo.playWeek')}</Button>
        </Box>
      </Box>
      <Collapse in={explained} unmountOnExit><Box sx={{ paddingInline: 2, paddingBlockEnd: 1.5 }}>{t('shell.demo.about')}</Box></Collapse>
      <div role="status">
        {playing && <LinearProgress color="secondary" aria-label={t('shell.demo.playing')} />}
        {result !== null && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, paddingInline: 2, paddingBlockEnd: 1.25, fontWeight: 600 }}>
            {'refusal' in result ? <span>{result.refusal}</span> : (
              <>
                <span>{t('shell.demo.played', { smart_count: result.played.sent })}{result.played.failed > 0 && ` ${t('shell.demo.failed', { count: result.played.failed })}`}{(result.played.pending ?? 0) > 0 && ` ${t('shell.demo.pending', { count: result.played.pending })}`}</span>
                {mayRead && <Link component={RouterLink} to="/deliveries">{t('shell.demo.toOutbox')}</Link>}
              </>
            )}
          </Box>
        )}
      </div>
    </Box>
  );
}
