import AddIcon from '@mui/icons-material/AddCommentOutlined';
import CallIcon from '@mui/icons-material/CallOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Contact, Note, Person, Subject } from '@tawama/contracts';
import { useGetList, useGetMany } from 'ra-core';
import { useState } from 'react';
import { useMay } from '../providers/session-context.js';
import { useInstant } from '../ui/dates.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { ContactDialog } from './ContactDialog.js';
import { ContactLine } from './ContactLine.js';
import { NoteDialog } from './NoteDialog.js';
import { NoteLine } from './NoteLine.js';

const MANY = { page: 1, perPage: 100 };
type Entry = { key: string; on: string } & ({ contact: Contact } | { note: Note });

/** What was said with whom and what somebody wrote down about a subject, newest first. An agreement shows that of its steps, too. */
export default function Timeline({ subject }: { subject: Subject }) {
  const { t } = useWords();
  const { localDate } = useInstant();
  const mayLog = useMay('contact.write');
  const [adding, setAdding] = useState<'contact' | 'note' | null>(null);
  const filter = subject.type === 'agreement' ? { agreementId: subject.id } : { subjectType: subject.type, subjectId: subject.id };
  // With a person is said also what was said about an agreement.
  const contacts = useGetList<Contact>('contacts', { filter: subject.type === 'person' ? { personId: subject.id } : filter, sort: { field: 'on', order: 'DESC' }, pagination: MANY });
  const notes = useGetList<Note>('notes', { filter, sort: { field: 'at', order: 'DESC' }, pagination: MANY });
  const ids = [...new Set((contacts.data ?? []).map(({ personId }) => personId).filter((id) => id !== null))];
  const { data: people = [] } = useGetMany<Person>('people', { ids }, { enabled: ids.length > 0 && subject.type !== 'person' });
  const entries: Entry[] = [
    ...(contacts.data ?? []).map((contact) => ({ key: contact.id, on: contact.on, contact })),
    ...(notes.data ?? []).map((note) => ({ key: note.id, on: localDate(note.at), note })),
  ].sort((one, other) => (one.on === other.on ? (one.key < other.key ? 1 : -1) : one.on < other.on ? 1 : -1));
  const error = contacts.error ?? notes.error;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {mayLog && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {/* An agreement's page has this button at its top. */}
          {subject.type !== 'agreement' && <Button variant="outlined" startIcon={<CallIcon aria-hidden />} onClick={() => setAdding('contact')} sx={{ minBlockSize: 44 }}>{t('milestones.contact.log')}</Button>}
          <Button startIcon={<AddIcon aria-hidden />} onClick={() => setAdding('note')} sx={{ minBlockSize: 44 }}>{t('milestones.timeline.addNote')}</Button>
        </Box>
      )}
      {error ? <Failed error={error} /> : contacts.isPending || notes.isPending ? <Waiting rows={3} /> : entries.length === 0 ? <Box sx={{ color: 'text.secondary', paddingBlock: 1 }}>{t('milestones.timeline.none')}</Box> : (
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {entries.map((entry) => ('note' in entry ? <NoteLine key={entry.key} note={entry.note} on={entry.on} mayWrite={mayLog} /> : <ContactLine key={entry.key} contact={entry.contact} person={people.find(({ id }) => id === entry.contact.personId)} mayWrite={mayLog} />))}
        </Box>
      )}
      {adding === 'contact' && <ContactDialog subject={subject} onClose={() => setAdding(null)} />}
      {adding === 'note' && <NoteDialog subject={subject} onClose={() => setAdding(null)} />}
    </Box>
  );
}
