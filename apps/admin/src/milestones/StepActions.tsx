import CalendarIcon from '@mui/icons-material/EditCalendarOutlined';
import CallIcon from '@mui/icons-material/CallOutlined';
import DoneIcon from '@mui/icons-material/TaskAltOutlined';
import RateReviewIcon from '@mui/icons-material/RateReviewOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Milestone, MilestoneCommandName, MilestoneStatus } from '@tawama/contracts';
import { allowedCommands } from '@tawama/workflow';
import { useGetOne } from 'ra-core';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { seldom } from '../ahead/seldom.js';
import { useMay } from '../providers/session-context.js';
import { useWords } from '../ui/words.js';
import type { Step } from './step.js';

const CommandDialog = seldom(() => import('./CommandDialog.js'));
const ContactDialog = lazy(() => import('../timeline/ContactDialog.js').then((module) => ({ default: module.ContactDialog })));

type Open = MilestoneCommandName | 'contact' | null;

/** What is done most, on the row: submit or review, postpone, log a contact. Icons in a table, words on a phone unless `icons`. */
export function StepActions({ milestoneId, agreementId, status, icons = false }: { milestoneId: string | null; agreementId: string; status: MilestoneStatus; icons?: boolean }) {
  const { t, label } = useWords();
  const mayCommand = useMay('milestone.command');
  const mayReview = useMay('milestone.review');
  const mayLog = useMay('contact.write');
  const [open, setOpen] = useState<Open>(null);
  const allowed = milestoneId === null ? [] : allowedCommands(status);
  const close = () => setOpen(null);
  return (
    <>
      {mayReview && allowed.includes('accept') && <Action small={icons} icon={<RateReviewIcon fontSize="small" aria-hidden />} name={label('milestoneCommand', 'accept')} onClick={() => setOpen('accept')} />}
      {mayCommand && allowed.includes('submit') && <Action small={icons} icon={<DoneIcon fontSize="small" aria-hidden />} name={label('milestoneCommand', 'submit')} onClick={() => setOpen('submit')} />}
      {mayCommand && allowed.includes('reschedule') && <Action small={icons} icon={<CalendarIcon fontSize="small" aria-hidden />} name={label('milestoneCommand', 'reschedule')} onClick={() => setOpen('reschedule')} />}
      {mayLog && <Action small={icons} icon={<CallIcon fontSize="small" aria-hidden />} name={t('milestones.contact.log')} onClick={() => setOpen('contact')} />}
      <Suspense>
        {open === 'contact' && <ContactDialog subject={{ type: 'agreement', id: agreementId }} onClose={close} />}
        {open !== null && open !== 'contact' && milestoneId !== null && <CommandOn milestoneId={milestoneId} command={open} onClose={close} />}
      </Suspense>
    </>
  );
}

function Action({ small, icon, name, onClick }: { small: boolean; icon: ReactNode; name: string; onClick: () => void }) {
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'), { noSsr: true });
  if (phone && !small) return <Button size="small" variant="outlined" startIcon={icon} onClick={onClick}>{name}</Button>;
  return <IconButton size="small" color="primary" aria-label={name} title={name} onClick={onClick}>{icon}</IconButton>;
}

/** Reads the milestone first: a row of an overview does not carry its version. */
export function CommandOn({ milestoneId, command, onClose }: { milestoneId: string; command: MilestoneCommandName; onClose: () => void }) {
  const { data } = useGetOne<Milestone>('milestones', { id: milestoneId }, { staleTime: 0 });
  if (!data) return null;
  const step: Step = data;
  // An overview may be behind: what is already submitted is reviewed instead.
  const possible = allowedCommands(data.status).includes(command) ? command : data.status === 'submitted' && command === 'submit' ? 'accept' : command;
  return <CommandDialog command={possible} step={step} onClose={onClose} />;
}
