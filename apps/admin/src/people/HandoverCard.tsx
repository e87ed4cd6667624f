import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { Handover, Person } from '@tawama/contracts';
import { useGetList } from 'ra-core';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../providers/session-context.js';
import { useWords } from '../ui/words.js';

const HandoverDialog = lazy(() => import('./HandoverDialog.js'));

/** Asks for a successor when the mandate ends soon, and says when the steps were handed over. */
export function HandoverCard({ person, asking, onAsked }: { person: Person; /** somebody pressed the button of the page */ asking: boolean; onAsked: (open: boolean) => void }) {
  const { t, date } = useWords();
  const mayHandOver = useMay('milestone.command');
  const { data = [] } = useGetList<Handover>('handovers', { filter: { personId: person.id }, sort: { field: 'mandateEndsOn', order: 'DESC' }, pagination: { page: 1, perPage: 1 } });
  const [asked] = data;
  const [saved, setSaved] = useState(false);
  const due = asked !== undefined && asked.doneOn === null && asked.mandateEndsOn === person.mandateEndsOn && person.active;
  return (
    <>
      {due && <Alert severity="warning" action={mayHandOver && <Button color="inherit" onClick={() => onAsked(true)} sx={{ minBlockSize: 32 }}>{t('people.handover.start')}</Button>}>{t('people.handover.asked', { date: date(asked.mandateEndsOn) })}</Alert>}
      {!due && asked !== undefined && asked.doneOn !== null && <Alert severity="info">{t('people.handover.done', { date: date(asked.doneOn) })}</Alert>}
      {saved && asked?.doneOn == null && !due && <Alert severity="success">{t('people.handover.saved')}</Alert>}
      {asking && <Suspense fallback={null}><HandoverDialog person={person} onClose={(done) => { onAsked(false); setSaved(done); }} /></Suspense>}
    </>
  );
}
