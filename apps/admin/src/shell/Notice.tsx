import Alert from '@mui/material/Alert';
import Snackbar from '@mui/material/Snackbar';
import { useTranslate, type NotificationPayload } from 'ra-core';
import { useWords } from '../ui/words.js';

const DURATION_MS = 6_000;

/** One notification, above the bar at the thumb. Errors stay until they are closed. */
export default function Notice({ notification, onClose }: { notification: NotificationPayload; onClose: () => void }) {
  const { t } = useWords();
  const translate = useTranslate();
  const { type, message, notificationOptions } = notification;
  const text = typeof message === 'string' ? translate(message, notificationOptions?.messageArgs) : message;
  return (
    <Snackbar open onClose={(_, reason) => { if (reason !== 'clickaway') onClose(); }} autoHideDuration={type === 'error' ? null : DURATION_MS} anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }} sx={{ marginBlockEnd: { xs: 8, md: 1 } }}>
      <Alert severity={type === 'error' || type === 'warning' || type === 'success' ? type : 'info'} closeText={t('shell.close')} onClose={onClose} sx={{ border: 1, borderColor: 'divider' }}>{text}</Alert>
    </Snackbar>
  );
}
