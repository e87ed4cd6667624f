import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { LegalClock } from '@tawama/contracts';
import { dayOfPeriod, otherLengths } from '@tawama/domain';
import { useState } from 'react';
import { useMay } from '../providers/session-context.js';
import { nameOfCountry } from '../ui/countries.js';
import { Name } from '../ui/Name.js';
import { Pair, Pairs } from '../ui/Pairs.js';
import { LinkTo } from '../ui/References.js';
import { SourceWords } from '../ui/SourceWords.js';
import { useWords } from '../ui/words.js';
import { newNoteOn } from './addresses.js';
import { ClockState } from './ClockState.js';
import { NoteState } from './NoteState.js';
import { OutcomeDialog } from './OutcomeDialog.js';

/** The time that the law gives for one step: since when, until when, who must answer, what the law says, what became of it. */
export default function LegalPeriod({ clock }: { clock: LegalClock }) {
  const { t, label, date, language, country } = useWords();
  const mayWrite = useMay('legal.write');
  const [answering, setAnswering] = useState(false);
  const day = dayOfPeriod(clock);
  const others = otherLengths(clock);
  const days = (smart_count: number): string => t('legal.days', { smart_count });
  return (
    <Box component="section" aria-labelledby="legal-period" sx={{ display: 'grid', gap: 1.25, border: 1, borderColor: 'divider', borderRadius: 2, padding: 2 }}>
      <Typography variant="h3" id="legal-period">{t('legal.period')}</Typography>
      <Pairs>
        <Pair label={t('legal.state')}>
          <ClockState clock={clock} />
          {clock.evidenceId !== null && <Link href={`/api/evidence/${clock.evidenceId}/file`} download sx={{ display: 'inline-block', minBlockSize: 24 }}>{t('legal.openProof')}</Link>}
        </Pair>
        <Pair label={t('legal.received')}>
          {date(clock.receivedOn)}
          {clock.state !== 'answered' && <Typography variant="body2" color="text.secondary">{clock.daysOver > 0 ? t('legal.over', { smart_count: clock.daysOver }) : day === null ? days(clock.daysLeft) : t('legal.day', { day, days: clock.days })}</Typography>}
        </Pair>
        <Pair label={t('legal.lastDay')}><strong>{date(clock.lastDay, 'weekday')}</strong></Pair>
        {clock.waitingOn !== null && <Pair label={t('legal.mustAnswer')}>{label('waitingOn', clock.waitingOn)} ({country(clock.country)})</Pair>}
        <Pair label={t('legal.law')}>
          {clock.legalNotes.length === 0 ? (
            <>
              <Typography color="text.secondary">{t('legal.noLaw', { country: nameOfCountry(clock.country, language) })}</Typography>
              {mayWrite && <LinkTo to={newNoteOn(clock.country, clock.key)}>{t('legal.addNote')}</LinkTo>}
            </>
          ) : (
            <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1 }}>
              {clock.legalNotes.map((note) => (
                <li key={note.id}>
                  <Name of={note.text} />
                  <Typography variant="body2" color="text.secondary" component="div"><SourceWords of={note.source} /> · <NoteState note={note} /></Typography>
                </li>
              ))}
            </Box>
          )}
        </Pair>
      </Pairs>
      {others.length > 0 && <Alert severity="warning">{t('legal.otherLength', { length: others.map(days).join(language === 'ar' ? '، ' : ', '), days: days(clock.days) })}</Alert>}
      {mayWrite && clock.state !== 'answered' && <div><Button variant={clock.state === 'asking' ? 'contained' : 'outlined'} onClick={() => setAnswering(true)}>{t('legal.answer')}</Button></div>}
      {answering && <OutcomeDialog clock={clock} onClose={() => setAnswering(false)} />}
    </Box>
  );
}
