import { useGetOne, type RaRecord } from 'ra-core';
import { useState } from 'react';

export interface Fresh<T> { data: T | undefined; error: Error | null }

/**
 * The record that a form begins with, as it is stored when the form is opened: what a list or a page has shown before may be older.
 * Once it is there it stays as it is: what others save meanwhile is told when this is saved, and takes nothing away that was typed.
 */
export function useFresh<T extends RaRecord>(resource: string, id: string): Fresh<T> {
  const [begun, setBegun] = useState<T>();
  const { data, error, isFetchedAfterMount } = useGetOne<T>(resource, { id }, { staleTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false });
  const kept = begun !== undefined && String(begun.id) === id ? begun : undefined;
  if (kept === undefined && isFetchedAfterMount && !error && data !== undefined && String(data.id) === id) setBegun(data);
  return kept === undefined ? { data: undefined, error: isFetchedAfterMount ? error : null } : { data: kept, error: null };
}
