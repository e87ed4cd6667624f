import Alert from '@mui/material/Alert';
import Snackbar from '@mui/material/Snackbar';
import { useNotificationContext, useTranslate, type NotificationPayload } from 'ra-core';
import { useEffect, useState } from 'react';
import { useWords } from '../ui/words.js';

const DURATION_MS = 6_000;

/** What react-admin wants to say, one at a time, above the bar at the thumb. Errors stay until they are closed. */
export function Notifications() {
  const { notifications, takeNotification } = useNotificationContext();
  const { t } = useWords();
  const translate = useTranslate();
  const [shown, setShown] = useState<NotificationPayload | null>(null);
  useEffect(() => {
    if (shown === null && notifications.length > 0) setShown(takeNotification() ?? null);
  }, [notifications, shown, takeNotification]);
  if (shown === null) return null;
  const text = typeof shown.message === 'string' ? translate(shown.message, shown.notificationOptions?.messageArgs) : shown.message;
  return (
    <Snackbar open onClose={(_, reason) => { if (reason !== 'clickaway') setShown(null); }} autoHideDuration={shown.type === 'error' ? null : DURATION_MS} anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }} sx={{ marginBlockEnd: { xs: 8, md: 1 } }}>
      <Alert severity={shown.type === 'error' || shown.type === 'warning' || shown.type === 'success' ? shown.type : 'info'} closeText={t('shell.close')} onClose={() => setShown(null)} sx={{ border: 1, borderColor: 'divider', color: 'text.primary' }}>{text}</Alert>
    </Snackbar>
  );
}
