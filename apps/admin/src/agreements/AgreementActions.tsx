import Button from '@mui/material/Button';
import type { Agreement } from '@tawama/contracts';
import { isEnded } from '@tawama/domain';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router-dom';
import { simulationOf } from '../ahead/address.js';
import { seldom } from '../ahead/seldom.js';
import { useMay } from '../providers/session-context.js';
import { useWords } from '../ui/words.js';
import { LifeMenu } from './LifeMenu.js';

const RecordEventDialog = seldom(() => import('./RecordEventDialog.js'));
const StartRemindersDialog = lazy(() => import('./StartRemindersDialog.js'));
const ContactDialog = lazy(() => import('../timeline/ContactDialog.js').then((module) => ({ default: module.ContactDialog })));

export function AgreementActions({ agreement }: { agreement: Agreement }) {
  const { t } = useWords();
  const mayCommand = useMay('agreement.command');
  const mayLog = useMay('contact.write');
  const [open, setOpen] = useState<'event' | 'reminders' | 'contact' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {mayLog && <Button variant="outlined" onClick={() => setOpen('contact')}>{t('milestones.contact.log')}</Button>}
      {mayCommand && !isEnded(agreement.status) && <Button variant="outlined" onClick={() => setOpen('event')}>{t('agreements.recordEvent')}</Button>}
      {mayCommand ? <LifeMenu agreement={agreement} /> : !isEnded(agreement.status) && <Button component={Link} to={simulationOf({ agreement: agreement.id })} variant="outlined">{t('agreements.life.simulate')}</Button>}
      {mayCommand && agreement.remindersStartedAt === null && agreement.status !== 'suspended' && !isEnded(agreement.status) && <Button variant="contained" onClick={() => setOpen('reminders')}>{t('agreements.startReminders')}</Button>}
      <Suspense>
        {open === 'event' && <RecordEventDialog agreement={agreement} onClose={close} />}
        {open === 'reminders' && <StartRemindersDialog agreement={agreement} onClose={close} />}
        {open === 'contact' && <ContactDialog subject={{ type: 'agreement', id: agreement.id }} onClose={close} />}
      </Suspense>
    </>
  );
}
