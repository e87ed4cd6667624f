import { useNotificationContext, type NotificationPayload } from 'ra-core';
import { lazy, Suspense, useEffect, useState } from 'react';

const Notice = lazy(() => import('./Notice.js'));

/** What react-admin wants to say, one at a time. */
export function Notifications() {
  const { notifications, takeNotification } = useNotificationContext();
  const [shown, setShown] = useState<NotificationPayload | null>(null);
  useEffect(() => {
    // Taking a notification off react-admin's queue is an effect by itself.
    // oxlint-disable-next-line react/set-state-in-effect
    if (shown === null && notifications.length > 0) setShown(takeNotification() ?? null);
  }, [notifications, shown, takeNotification]);
  return shown === null ? null : <Suspense><Notice notification={shown} onClose={() => setShown(null)} /></Suspense>;
}
