import Alert from '@mui/material/Alert';
import { useQuery } from '@tanstack/react-query';
import type { Milestone } from '@tawama/contracts';
import { useDataProvider } from 'ra-core';
import { useDeferredValue } from 'react';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { Moved } from './Moved.js';
import type { Step } from './step.js';

/** What a new due date moves, asked of the server as a dry run before anything is saved. */
export function WhatMoves({ step, version, dueOn }: { step: Step; version: number; dueOn: string }) {
  const provider = useDataProvider<ClubDataProvider>();
  const wanted = useDeferredValue(dueOn);
  const asked = /^\d{4}-\d{2}-\d{2}$/.test(wanted) && wanted !== step.dueOn;
  const { data, error, isFetching } = useQuery({
    queryKey: ['whatMoves', step.id, version, wanted], enabled: asked, retry: false,
    queryFn: () => provider.command<Milestone>('milestones', { id: step.id, command: 'reschedule', version, body: { dueOn: wanted, reason: '…' }, dryRun: true }),
  });
  if (!asked) return null;
  if (error) return <Alert severity="warning">{error.message}</Alert>;
  return <Moved effect={data} pending={isFetching} except={step.id} />;
}
