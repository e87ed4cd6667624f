import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { LegalClock } from '@tawama/contracts';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useMilestoneLink } from '../milestones/links.js';
import { useMay } from '../providers/session-context.js';
import { Name } from '../ui/Name.js';
import { LinkTo } from '../ui/References.js';
import { useWords } from '../ui/words.js';
import { LEGAL } from './addresses.js';
import { OutcomeDialog } from './OutcomeDialog.js';

/** Periods that passed and of which nobody has said what became: a task for people, one line each. @param framed on the page of their agreement */
export default function Silences({ clocks, total, framed = false }: { clocks: readonly LegalClock[]; total: number; framed?: boolean }) {
  const { t, colon, date, label } = useWords();
  const mayWrite = useMay('legal.write');
  const linkTo = useMilestoneLink();
  const [answering, setAnswering] = useState<LegalClock | null>(null);
  const edge = framed ? { border: 1, borderRadius: 2, bgcolor: 'background.paper' } : { borderBlockEnd: '1px solid' };
  return (
    <Box component="section" aria-labelledby="silences" sx={{ paddingInline: { xs: 2, sm: 2.5 }, paddingBlock: 1.5, ...edge, borderColor: framed ? 'warning.main' : 'divider' }}>
      <Typography variant="h3" component={framed ? 'h2' : 'h3'} id="silences">{t('legal.silences')}{colon}{total}</Typography>
      <Typography variant="body2" color="text.secondary">{t(mayWrite ? 'legal.askThem' : 'legal.askReviewer')}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {clocks.map((clock) => (
          <Box component="li" key={clock.id} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 0.5, paddingBlock: 0.5 }}>
            <Box sx={{ flex: '1 1 260px', minInlineSize: 0 }}>
              <Link component={RouterLink} to={linkTo(clock.milestoneId)} color="inherit" sx={{ display: 'inline-block', minBlockSize: 24 }}><Name of={clock.title} />{!framed && <> · <Name of={clock.agreementTitle} /></>}</Link>
              <Typography variant="body2" color="text.secondary">{t('legal.silence', { who: clock.waitingOn === null ? '' : label('waitingOn', clock.waitingOn), date: date(clock.lastDay, 'weekday') })}</Typography>
            </Box>
            {mayWrite && <Button size="small" variant="outlined" onClick={() => setAnswering(clock)}>{t('legal.answer')}</Button>}
          </Box>
        ))}
      </Box>
      {total > clocks.length && <LinkTo to={LEGAL}>{t('legal.allSilences', { count: total })}</LinkTo>}
      {answering !== null && <OutcomeDialog clock={answering} onClose={() => setAnswering(null)} />}
    </Box>
  );
}
