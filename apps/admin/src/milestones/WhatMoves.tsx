import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { Milestone } from '@tawama/contracts';
import { useDataProvider, useGetMany } from 'ra-core';
import { useDeferredValue } from 'react';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { Name } from '../ui/Name.js';
import { useWords } from '../ui/words.js';
import type { Step } from './CommandDialog.js';

/** What a new due date moves, asked of the server as a dry run before anything is saved. */
export function WhatMoves({ step, version, dueOn }: { step: Step; version: number; dueOn: string }) {
  const { t, date } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const wanted = useDeferredValue(dueOn);
  const asked = /^\d{4}-\d{2}-\d{2}$/.test(wanted) && wanted !== step.dueOn;
  const { data, error, isFetching } = useQuery({
    queryKey: ['whatMoves', step.id, version, wanted], enabled: asked, retry: false,
    queryFn: () => provider.command<Milestone>('milestones', { id: step.id, command: 'reschedule', version, body: { dueOn: wanted, reason: '…' }, dryRun: true }),
  });
  const moved = (data?.moved ?? []).filter((move) => move.milestoneId !== step.id);
  const { data: steps = [] } = useGetMany<Milestone>('milestones', { ids: moved.map((move) => move.milestoneId) }, { enabled: moved.length > 0 });
  const titleOf = new Map(steps.map((other) => [other.id, other.title]));
  if (!asked) return null;
  if (error) return <Alert severity="warning">{error.message}</Alert>;
  return (
    <Box aria-live="polite" sx={{ bgcolor: 'action.hover', borderRadius: 2, padding: 2 }}>
      <Typography variant="h3">{t('milestones.command.moves')}</Typography>
      {data === undefined || isFetching ? <Typography color="text.secondary">{t('milestones.command.checking')}</Typography> : (
        <>
          {moved.length === 0 ? <Typography>{t('milestones.command.movesNothing')}</Typography> : (
            <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
              {moved.map((move) => <li key={move.milestoneId}><Name of={titleOf.get(move.milestoneId)} />: {t('milestones.command.from')} {date(move.from, 'short')} {t('milestones.command.to')} <strong>{date(move.to, 'short')}</strong></li>)}
            </Box>
          )}
          <Typography variant="body2" color="text.secondary">{t('milestones.command.remindersAdded', { count: data.remindersAdded ?? 0 })} · {t('milestones.command.remindersCancelled', { count: data.remindersCancelled ?? 0 })}</Typography>
        </>
      )}
    </Box>
  );
}
