import SendIcon from '@mui/icons-material/ForwardToInboxOutlined';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import type { Delivery } from '@tawama/contracts';
import { useDataProvider, useNotify } from 'ra-core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useMay } from '../providers/session-context.js';
import { useWords } from '../ui/words.js';

/** A mail to oneself, to see whether mail arrives; shows it afterwards. */
export function TestMailButton() {
  const { t } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const notify = useNotify();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  if (!useMay('delivery.act')) return null;
  const send = async () => {
    setBusy(true);
    try {
      const { id } = await provider.send<Delivery>('deliveries/test');
      notify('outbox.testSent', { type: 'success' });
      await queries.invalidateQueries({ queryKey: ['deliveries'] });
      void navigate(`/deliveries/${id}`);
    } catch (problem) {
      notify(problem instanceof Error ? problem.message : t('shell.failedTitle'), { type: 'error' });
    } finally { setBusy(false); }
  };
  return <Button variant="outlined" startIcon={<SendIcon aria-hidden />} disabled={busy} onClick={() => void send()}>{t('outbox.testMail')}</Button>;
}
