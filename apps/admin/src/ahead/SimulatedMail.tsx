import Box from '@mui/material/Box';
import type { SimulationAnswer } from '@tawama/contracts';
import { rungText } from '@tawama/messages';
import { LANGUAGE_NAMES } from '../preferences.js';
import { useWords } from '../ui/words.js';

/** One mail: when, to whom, in which language, about what. In the simulation of a template a function stands for whoever will hold it. */
export function SimulatedMail({ mail: { localDate, localTime, personId, recipient, language: written, held, reminders } }: { mail: SimulationAnswer['mails'][number] }) {
  const { t, dateTime, label, language, colon } = useWords();
  return (
    <li>
      {dateTime(localDate, localTime, 'short')} – <Box component="bdi" sx={{ fontWeight: 600 }}>{personId === null ? label('personFunction', recipient) : recipient}</Box>
      {' '}<Box component="span" sx={{ color: 'text.secondary' }}>({written === null ? t('ahead.simulate.anyLanguage') : <span lang={written}>{LANGUAGE_NAMES[written]}</span>}{held && ` · ${t('agreements.heldHint')}`})</Box>
      {colon}{reminders.map(({ key, number, rung }, place) => <span key={`${key} ${rung}`}>{place > 0 && (language === 'ar' ? '، ' : ', ')}<bdi dir="ltr">{number}</bdi> ({rungText(rung, language)})</span>)}
    </li>
  );
}
