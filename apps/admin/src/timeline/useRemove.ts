import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify, type RaRecord } from 'ra-core';

/** Takes a line away; what the server refuses is told. */
export function useRemove(resource: 'contacts' | 'notes'): (record: RaRecord<string>) => Promise<void> {
  const provider = useDataProvider();
  const queries = useQueryClient();
  const notify = useNotify();
  return async (record) => {
    await provider.delete(resource, { id: record.id, previousData: record }).catch((problem: Error) => notify(problem.message, { type: 'error' }));
    await queries.invalidateQueries();
  };
}
