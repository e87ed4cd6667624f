import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import IconButton from '@mui/material/IconButton';
import type { Contact, Person } from '@tawama/contracts';
import { Demonstration } from '../ui/Demonstration.js';
import { useWords } from '../ui/words.js';
import { Line } from './Line.js';
import { useRemove } from './useRemove.js';

export function ContactLine({ contact, person, mayWrite }: { contact: Contact; person: Person | undefined; mayWrite: boolean }) {
  const { t, label, date } = useWords();
  const remove = useRemove('contacts');
  return (
    <Line by={contact.userName} head={<><strong>{label('contactKind', contact.kind)}</strong> · {date(contact.on)}{person && <> · <bdi>{person.name}</bdi></>} <Demonstration when={contact.demonstration} /></>}
      actions={mayWrite && <IconButton size="small" aria-label={t('milestones.timeline.removeContact')} onClick={() => void remove(contact)}><DeleteIcon fontSize="small" aria-hidden /></IconButton>}>
      {contact.line !== '' && <div><bdi>{contact.line}</bdi></div>}
    </Line>
  );
}
