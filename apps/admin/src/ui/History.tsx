import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { HistoryEntry, Page } from '@tawama/contracts';
import { auditSentence } from '@tawama/messages';
import { useDataProvider } from 'ra-core';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useInstant } from './dates.js';
import { Name } from './Name.js';
import { Quoted } from './Quoted.js';
import { Failed, Waiting } from './Waiting.js';
import { useWords } from './words.js';

/** What happened to an agreement, or to one of its steps, in sentences, newest first. */
export function History({ agreementId, subjectId }: { agreementId: string; subjectId?: string }) {
  const { t, language, colon } = useWords();
  const { inWords } = useInstant();
  const provider = useDataProvider<ClubDataProvider>();
  const { data, error, isPending } = useQuery({ queryKey: ['history', agreementId], queryFn: () => provider.read<Page<HistoryEntry>>(`agreements/${agreementId}/history`) });
  if (error) return <Failed error={error} />;
  if (isPending) return <Waiting rows={3} />;
  const entries = data.data.filter((entry) => subjectId === undefined || entry.subjectId === subjectId);
  if (entries.length === 0) return <Typography color="text.secondary">{t('list.nothing')}</Typography>;
  return (
    <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1.25 }}>
      {entries.map((entry) => (
        <Box component="li" key={entry.id} sx={{ borderInlineStart: '3px solid', borderColor: 'divider', paddingInlineStart: 1.5 }}>
          <div>{auditSentence(entry, language)}{subjectId === undefined && entry.subjectTitle !== null && <>{colon}<Name of={entry.subjectTitle} /></>}</div>
          {entry.reason !== null && entry.reason !== '' && <div><Quoted>{entry.reason}</Quoted></div>}
          <Typography variant="body2" color="text.secondary">{inWords(entry.at)}{entry.actorName !== null && <> · <bdi>{entry.actorName}</bdi></>}</Typography>
        </Box>
      ))}
    </Box>
  );
}
