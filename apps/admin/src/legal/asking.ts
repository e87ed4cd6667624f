import type { LegalClock } from '@tawama/contracts';
import { useGetList } from 'ra-core';
import { useMay } from '../providers/session-context.js';

/** The periods that passed without an answer, of the club or of one agreement; nothing for whoever can do nothing about it. */
export function useAsking(agreementId?: string, perPage = 8): { clocks: readonly LegalClock[]; total: number } {
  const mayCommand = useMay('milestone.command');
  const mayAnswer = useMay('legal.write');
  const { data = [], total = 0 } = useGetList<LegalClock>('legal-clocks', { filter: { state: 'asking', ...(agreementId === undefined ? {} : { agreementId }) }, sort: { field: 'lastDay', order: 'ASC' }, pagination: { page: 1, perPage } }, { enabled: mayCommand || mayAnswer });
  return { clocks: data, total };
}
