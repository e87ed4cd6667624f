import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import type { Note } from '@tawama/contracts';
import { useState } from 'react';
import { useSession } from '../providers/session-context.js';
import { Demonstration } from '../ui/Demonstration.js';
import { useWords } from '../ui/words.js';
import { Line } from './Line.js';
import { NoteDialog } from './NoteDialog.js';
import { useRemove } from './useRemove.js';

export function NoteLine({ note, on, mayWrite }: { note: Note; on: string; mayWrite: boolean }) {
  const { t, date } = useWords();
  const { me } = useSession();
  const remove = useRemove('notes');
  const [editing, setEditing] = useState(false);
  const own = mayWrite && note.authorId === me.user.id;
  return (
    <Line by={note.authorName} head={<><strong>{t('milestones.timeline.note')}</strong> · {date(on)} <Demonstration when={note.demonstration} /></>} actions={(
      <>
        {own && <IconButton size="small" aria-label={t('milestones.timeline.editNote')} onClick={() => setEditing(true)}><EditIcon fontSize="small" aria-hidden /></IconButton>}
        {(own || (mayWrite && me.role === 'administrator')) && <IconButton size="small" aria-label={t('milestones.timeline.removeNote')} onClick={() => void remove(note)}><DeleteIcon fontSize="small" aria-hidden /></IconButton>}
      </>
    )}>
      <Box component="bdi" sx={{ display: 'block', whiteSpace: 'pre-wrap' }}>{note.text}</Box>
      {editing && <NoteDialog subject={note.subject} note={note} onClose={() => setEditing(false)} />}
    </Line>
  );
}
