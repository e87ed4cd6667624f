import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { Agreement, Milestone, StartRemindersAnswer } from '@tawama/contracts';
import { useGetList } from 'ra-core';
import { Name } from '../ui/Name.js';
import { StaleNotice } from '../ui/StaleNotice.js';
import { useWords } from '../ui/words.js';
import { MailsAhead } from './MailsAhead.js';
import { useAgreementCommand } from './useAgreementCommand.js';

/** Before the first mail leaves: which steps will be reminded, and the very mails of the next 30 days. */
export default function StartRemindersDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const { t, date, delay } = useWords();
  const command = useAgreementCommand(agreement, 'start-reminders', 'agreements.startedDone', onClose);
  const preview = useQuery({ queryKey: ['startReminders', agreement.id, command.version], queryFn: () => command.dryRun<StartRemindersAnswer>({}), retry: false });
  const { data: open = [] } = useGetList<Milestone>('milestones', { filter: { agreementId: agreement.id, status: 'open' }, sort: { field: 'dueOn', order: 'ASC' }, pagination: { page: 1, perPage: 50 } });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="start-title">
      <DialogTitle id="start-title">{t('agreements.startReminders')}</DialogTitle>
      {/* Longer than the screen: it must scroll without a mouse, too. */}
      <DialogContent tabIndex={0} sx={{ display: 'grid', gap: 2 }}>
        <Typography>{t('agreements.startHint')}</Typography>
        {command.problem !== null && (command.problem.current !== undefined ? <StaleNotice group="agreement" current={command.problem.current} onAccept={command.accept} /> : <Alert severity="error">{command.problem.message}</Alert>)}
        {preview.error && <Alert severity="warning">{preview.error.message}</Alert>}
        <Box aria-live="polite" sx={{ bgcolor: 'action.hover', borderRadius: 2, padding: 2, display: 'grid', gap: 1 }}>
          {preview.data !== undefined && <Typography sx={{ fontWeight: 600 }}>{t('agreements.startCount', { count: preview.data.remindersAdded ?? 0 })}</Typography>}
          {open.length > 0 && (
            <div>
              <Typography variant="h3">{t('agreements.startOpen')}</Typography>
              <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>{open.map((step) => <li key={step.id}><Name of={step.title} /> · {date(step.dueOn, 'short')}{step.daysLate > 0 && ` · ${delay(-step.daysLate)}`}</li>)}</Box>
            </div>
          )}
          {preview.data !== undefined && (
            <div>
              <Typography variant="h3">{t('agreements.startMails')}</Typography>
              {preview.data.firstMails.length === 0 ? <Typography color="text.secondary">{t('agreements.startNoMail')}</Typography> : <MailsAhead mails={preview.data.firstMails} />}
            </div>
          )}
          <Typography variant="body2" color="text.secondary">{t('agreements.startPlanned')}</Typography>
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('list.cancel')}</Button>
        <Button variant="contained" disabled={command.busy || preview.isPending} onClick={() => void command.run({})}>{t('agreements.startReminders')}</Button>
      </DialogActions>
    </Dialog>
  );
}
