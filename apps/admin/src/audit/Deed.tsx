import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AuditEntry } from '@tawama/contracts';
import { auditSentence } from '@tawama/messages';
import type { ReactNode } from 'react';
import { Quoted } from '../ui/Quoted.js';
import { AgreementLink, CityLink, PersonLink } from '../ui/References.js';
import { useRecordWords } from '../ui/record-words.js';
import { useWords } from '../ui/words.js';
import { changesOf } from './changes.js';

/** One entry as a sentence, its reason, and below a fold what changed from what to what. */
export function Deed({ entry }: { entry: AuditEntry }) {
  const { t, language } = useWords();
  const changes = changesOf(entry.before, entry.after);
  return (
    <>
      <Box component="span" sx={{ fontWeight: 600 }}>{auditSentence(entry, language)}</Box>
      {entry.reason !== null && entry.reason !== '' && <Typography variant="body2" component="div" color="text.secondary"><Quoted>{entry.reason}</Quoted></Typography>}
      {changes.length > 0 && (
        <Box component="details" sx={{ fontWeight: 400, fontSize: '0.875rem' }}>
          <Box component="summary" sx={{ cursor: 'pointer', minBlockSize: 28, color: 'text.secondary', inlineSize: 'fit-content' }}>{t('journal.changes')} ({changes.length})</Box>
          <Box component="dl" sx={{ margin: 0, marginBlockStart: 0.5, display: 'grid', gap: 1 }}>
            {changes.map(({ field, before, after }) => <Change key={field} entry={entry} field={field} before={before} after={after} />)}
          </Box>
        </Box>
      )}
    </>
  );
}

function Change({ entry, field, before, after }: { entry: AuditEntry; field: string; before: unknown; after: unknown }) {
  const { t, colon } = useWords();
  const { fieldName } = useRecordWords(entry.subjectType);
  const side = (word: string, value: unknown): ReactNode => (value === undefined ? null : <div><Box component="span" sx={{ color: 'text.secondary' }}>{word}{colon}</Box><Value entry={entry} field={field} value={value} /></div>);
  return (
    <Box sx={{ borderInlineStart: 3, borderColor: 'divider', paddingInlineStart: 1.25 }}>
      <Box component="dt" sx={{ fontWeight: 600 }}>{fieldName(field)}</Box>
      <Box component="dd" sx={{ margin: 0, overflowWrap: 'anywhere' }}>{side(t('journal.before'), before)}{side(t('journal.after'), after)}</Box>
    </Box>
  );
}

const PEOPLE = new Set(['ownerId', 'counterpartId', 'coordinatorId', 'personId']);
const CITIES = new Set(['cityId', 'homeCityId', 'partnerCityIds']);
const AGREEMENTS = new Set(['agreementId', 'agreementIds']);

/** A value in words; who or what an id stands for is looked up when somebody reads. */
function Value({ entry, field, value }: { entry: AuditEntry; field: string; value: unknown }) {
  const { inWords } = useRecordWords(entry.subjectType, entry.after);
  const ids = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');
  const Linked = PEOPLE.has(field) ? PersonLink : CITIES.has(field) ? CityLink : AGREEMENTS.has(field) ? AgreementLink : null;
  if (Linked !== null && ids.length > 0) return <>{ids.map((id, index) => <span key={id}>{index > 0 && ' · '}<Linked id={id} /></span>)}</>;
  return <bdi>{inWords(field, value)}</bdi>;
}
