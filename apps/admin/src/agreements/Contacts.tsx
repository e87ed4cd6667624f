import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import type { Contact, Person } from '@tawama/contracts';
import { useDataProvider, useGetList, useGetMany, useNotify } from 'ra-core';
import { useState } from 'react';
import { ContactDialog } from '../milestones/ContactDialog.js';
import { useMay } from '../providers/session-context.js';
import { Demonstration } from '../ui/Demonstration.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Card } from '../ui/Page.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

/** The contact log of an agreement, newest first. */
export default function Contacts({ agreementId }: { agreementId: string }) {
  const { t, label, date } = useWords();
  const provider = useDataProvider();
  const queries = useQueryClient();
  const notify = useNotify();
  const mayLog = useMay('contact.write');
  const [logging, setLogging] = useState(false);
  const { data = [], error, isPending } = useGetList<Contact>('contacts', { filter: { agreementId }, sort: { field: 'on', order: 'DESC' }, pagination: { page: 1, perPage: 100 } });
  const ids = [...new Set(data.map((contact) => contact.personId).filter((id) => id !== null))];
  const { data: people = [] } = useGetMany<Person>('people', { ids }, { enabled: ids.length > 0 });
  const remove = async (contact: Contact) => {
    await provider.delete('contacts', { id: contact.id, previousData: contact }).catch((problem: Error) => notify(problem.message, { type: 'error' }));
    await queries.invalidateQueries();
  };
  return (
    <Card>
      {error ? <Failed error={error} /> : isPending ? <Waiting rows={3} /> : data.length === 0 ? <EmptyState title={t('agreements.noContacts')} {...(mayLog ? { action: t('milestones.contact.log'), onAction: () => setLogging(true) } : {})} /> : (
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {data.map((contact) => { const person = people.find((other) => other.id === contact.personId); return (
            <Box component="li" key={contact.id} sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', paddingBlock: 1, borderBlockEnd: '1px solid', borderColor: 'divider', '&:last-of-type': { borderBlockEnd: 0 } }}>
              <Box sx={{ flex: 1, minInlineSize: 0 }}>
                <strong>{label('contactMeans', contact.means)}</strong> · {date(contact.on)}{person && <> · <bdi>{person.name}</bdi></>} <Demonstration when={contact.demonstration} />
                {contact.line !== '' && <div><bdi>{contact.line}</bdi></div>}
                {contact.userName !== null && <Typography variant="body2" color="text.secondary">{t('agreements.contactBy', { name: contact.userName })}</Typography>}
              </Box>
              {mayLog && <IconButton size="small" aria-label={t('agreements.removeContact')} onClick={() => void remove(contact)}><DeleteIcon fontSize="small" aria-hidden /></IconButton>}
            </Box>
          ); })}
        </Box>
      )}
      {logging && <ContactDialog agreementId={agreementId} onClose={() => setLogging(false)} />}
    </Card>
  );
}
