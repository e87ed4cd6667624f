import AttachIcon from '@mui/icons-material/AttachFile';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { EVIDENCE_KINDS, EVIDENCE_TYPES, type Evidence, type EvidenceKind } from '@tawama/contracts';
import { useEffect, useId, useRef, useState, type DragEvent } from 'react';
import { ApiProblem } from '../providers/problem.js';
import { sendEvidence, type Sending } from '../providers/upload.js';
import { useWords } from '../ui/words.js';

/** A telephone offers its camera for pictures. */
const ACCEPTED = ['image/*', ...Object.values(EVIDENCE_TYPES).map((ending) => `.${ending}`)].join(',');

/** Adds files to a milestone, one after the other: by a button, or dropped here. @param onAdded told of each file that was taken in */
export function EvidenceDrop({ milestoneId, onAdded }: { milestoneId: string; onAdded?: (evidence: Evidence) => void }) {
  const { t, label } = useWords();
  const inputId = useId();
  const queries = useQueryClient();
  const [kind, setKind] = useState<EvidenceKind>('document');
  const [over, setOver] = useState(false);
  const [now, setNow] = useState<{ name: string; part: number } | null>(null);
  const [said, setSaid] = useState<{ name: string; refusal: string | null }[]>([]);
  const sending = useRef<Sending | null>(null);
  useEffect(() => () => sending.current?.stop(), []);

  const send = async (files: readonly File[]) => {
    setSaid([]);
    for (const file of files) {
      setNow({ name: file.name, part: 0 });
      const one = sendEvidence(milestoneId, file, kind === 'document' && file.type.startsWith('image/') ? 'photo' : kind, (part) => setNow({ name: file.name, part }));
      sending.current = one;
      const refusal = await one.answer.then((evidence) => { onAdded?.(evidence); return null; }, (problem: unknown) => (problem instanceof ApiProblem ? problem.message : t('shell.failedTitle')));
      setSaid((before) => [...before, { name: file.name, refusal }]);
    }
    sending.current = null;
    setNow(null);
    await queries.invalidateQueries();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (now === null) void send([...event.dataTransfer.files]);
  };

  return (
    <Box onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}
      sx={{ display: 'grid', gap: 1.25, padding: 1.5, border: '1px dashed', borderColor: over ? 'primary.main' : 'divider', borderRadius: 2, bgcolor: over ? 'action.hover' : 'transparent' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <TextField select size="small" label={t('milestones.files.kind')} value={kind} onChange={(event) => setKind(EVIDENCE_KINDS.find((known) => known === event.target.value) ?? 'document')} slotProps={{ select: { native: true } }} sx={{ minInlineSize: 160 }}>
          {EVIDENCE_KINDS.map((value) => <option key={value} value={value}>{label('evidenceKind', value)}</option>)}
        </TextField>
        <Button component="label" htmlFor={inputId} variant="outlined" disabled={now !== null} startIcon={<AttachIcon aria-hidden />} sx={{ minBlockSize: 44 }}>{t('milestones.files.add')}</Button>
        <Box component="input" id={inputId} type="file" multiple accept={ACCEPTED} aria-label={t('milestones.files.add')} disabled={now !== null}
          sx={{ position: 'absolute', inlineSize: 1, blockSize: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => { const files = [...(event.target.files ?? [])]; event.target.value = ''; if (files.length > 0) void send(files); }} />
        <Typography variant="body2" color="text.secondary" sx={{ display: { xs: 'none', sm: 'block' } }}>{t('milestones.files.drop')}</Typography>
      </Box>
      <Typography variant="body2" color="text.secondary">{t('milestones.files.accepted')}</Typography>
      <Box aria-live="polite" sx={{ display: 'grid', gap: 1 }}>
        {now !== null && (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
            <Box sx={{ flex: 1, minInlineSize: 0 }}>
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>{t('milestones.files.sending', { name: now.name, percent: Math.round(now.part * 100) })}</Typography>
              <LinearProgress variant="determinate" value={now.part * 100} aria-label={t('milestones.files.add')} />
            </Box>
            <Button size="small" onClick={() => sending.current?.stop()}>{t('milestones.files.cancel')}</Button>
          </Box>
        )}
        {said.map(({ name, refusal }) => <Alert key={name} severity={refusal === null ? 'success' : 'error'} sx={{ overflowWrap: 'anywhere' }}>{refusal === null ? t('milestones.files.added', { name }) : <><bdi>{name}</bdi><br />{refusal}</>}</Alert>)}
      </Box>
    </Box>
  );
}
