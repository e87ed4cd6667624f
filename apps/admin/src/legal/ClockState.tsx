import Typography from '@mui/material/Typography';
import type { LegalClock } from '@tawama/contracts';
import { useWords } from '../ui/words.js';

/** How a legal time stands, in words; a last day of rest is told and never moved. */
export function ClockState({ clock: { state, outcome, means, answeredOn, daysLeft, dayOff, provisional, note } }: { clock: LegalClock }) {
  const { t, date, label } = useWords();
  const word = outcome === null ? '' : `${label('legalOutcome', outcome)}${means === null ? '' : ` (${label('silenceMeans', means)})`}`;
  return (
    <>
      <Typography component="span" sx={{ display: 'block', fontWeight: 600, color: state === 'asking' ? 'warning.main' : 'text.primary' }}>
        {state === 'running' ? t('legal.running', { smart_count: daysLeft }) : state === 'asking' ? t('legal.asking') : outcome === null ? t('legal.doneOtherwise', { date: date(answeredOn) }) : t('legal.answered', { outcome: word, date: date(answeredOn) })}
      </Typography>
      {dayOff !== null && state !== 'answered' && <Typography variant="body2" color="text.secondary" component="span" sx={{ display: 'block' }}>{t('legal.dayOff')}</Typography>}
      {provisional && <Typography variant="body2" color="text.secondary" component="span" sx={{ display: 'block' }}>{t('legal.provisional')}</Typography>}
      {note !== null && note !== '' && <Typography variant="body2" component="bdi" sx={{ display: 'block' }}>{note}</Typography>}
    </>
  );
}
