import Alert from '@mui/material/Alert';
import { useQuery } from '@tanstack/react-query';
import type { Milestone } from '@tawama/contracts';
import { useDataProvider } from 'ra-core';
import { useDeferredValue } from 'react';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { Moved } from './Moved.js';
import type { Step } from './step.js';

/** What a command moves, asked of the server as a dry run before anything is saved. @param body null: there is nothing to ask yet */
export function WhatMoves({ step, version, command, body }: { step: Step; version: number; command: 'reschedule' | 'reopen' | 'legal-outcome'; body: Record<string, string> | null }) {
  const provider = useDataProvider<ClubDataProvider>();
  const wanted = useDeferredValue(body === null ? null : JSON.stringify(body));
  const { data, error, isFetching } = useQuery({
    queryKey: ['whatMoves', step.id, version, command, wanted], enabled: wanted !== null, retry: false,
    queryFn: () => provider.command<Milestone>('milestones', { id: step.id, command, version, body: JSON.parse(wanted ?? '{}') as Record<string, unknown>, dryRun: true }),
  });
  if (wanted === null) return null;
  if (error) return <Alert severity="warning">{error.message}</Alert>;
  return <Moved effect={data} pending={isFetching} except={step.id} />;
}
