import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import type { Evidence, Milestone } from '@tawama/contracts';
import { mayRemoveEvidence } from '@tawama/domain';
import { useDataProvider, useGetList, useNotify } from 'ra-core';
import { useState } from 'react';
import { useMay, useSession } from '../providers/session-context.js';
import { Confirm } from '../ui/Confirm.js';
import { useInstant } from '../ui/dates.js';
import { Demonstration } from '../ui/Demonstration.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { EvidenceDrop } from './EvidenceDrop.js';

/** The files of one milestone, newest first. */
export const useEvidenceOf = (milestoneId: string) =>
  useGetList<Evidence>('evidence', { filter: { milestoneId }, sort: { field: 'at', order: 'DESC' }, pagination: { page: 1, perPage: 100 } });

/** The proof of one milestone: what is asked for, what is there, and a place to add more. */
export function EvidenceFiles({ milestone }: { milestone: Pick<Milestone, 'id' | 'status' | 'evidence'> }) {
  const { t, text } = useWords();
  const { me } = useSession();
  const mayAdd = useMay('evidence.write');
  const { data = [], error, isPending } = useEvidenceOf(milestone.id);
  const [removing, setRemoving] = useState<Evidence | null>(null);
  const provider = useDataProvider();
  const queries = useQueryClient();
  const notify = useNotify();
  const remove = async () => {
    if (removing === null) return;
    await provider.delete('evidence', { id: removing.id });
    notify('milestones.files.removed', { type: 'success' });
    await queries.invalidateQueries();
  };
  return (
    <Box component="section" sx={{ display: 'grid', gap: 1.25 }}>
      <Typography variant="h3">{t('milestones.files.title')}</Typography>
      {milestone.evidence !== null && <Typography>{t('milestones.files.asked', { what: text(milestone.evidence) })}</Typography>}
      {error ? <Failed error={error} /> : isPending ? <Waiting rows={1} /> : data.length === 0 ? <Typography color="text.secondary">{t('milestones.files.none')}</Typography> : (
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1 }}>
          {data.map((file) => <FileRow key={file.id} file={file} onRemove={milestone.status !== 'done' && mayRemoveEvidence({ accountId: me.user.id, permissions: me.permissions }, file.uploadedBy) ? () => setRemoving(file) : null} />)}
        </Box>
      )}
      {mayAdd && <EvidenceDrop milestoneId={milestone.id} />}
      {removing !== null && <Confirm question={t('milestones.files.removeAsk')} hint={removing.fileName} verb={t('list.remove')} danger act={remove} onClose={() => setRemoving(null)} />}
    </Box>
  );
}

function FileRow({ file, onRemove }: { file: Evidence; onRemove: (() => void) | null }) {
  const { t, label } = useWords();
  const { inWords } = useInstant();
  const kilobytes = Math.max(1, Math.round(file.bytes / 1_024));
  const size = kilobytes < 1_024 ? t('milestones.files.size', { size: kilobytes }) : t('milestones.files.sizeLarge', { size: (kilobytes / 1_024).toFixed(1) });
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, border: '1px solid', borderColor: 'divider', borderRadius: 2, paddingInline: 1.5, paddingBlock: 1 }}>
      <Box sx={{ flex: 1, minInlineSize: 0 }}>
        <Link href={`/api/evidence/${file.id}/file`} download={file.fileName} sx={{ overflowWrap: 'anywhere' }}><bdi>{file.title === '' ? file.fileName : file.title}</bdi></Link> <Demonstration when={file.demonstration} />
        <Typography variant="body2" color="text.secondary">{label('evidenceKind', file.kind)} · <bdi>{size}</bdi> · {inWords(file.at)}{file.uploadedByName !== null && <> · <bdi>{file.uploadedByName}</bdi></>}</Typography>
      </Box>
      {onRemove !== null && <IconButton size="small" onClick={onRemove} aria-label={t('milestones.files.remove', { name: file.fileName })}><DeleteIcon fontSize="small" aria-hidden /></IconButton>}
    </Box>
  );
}
