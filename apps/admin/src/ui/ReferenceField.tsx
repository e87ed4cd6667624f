import { useGetManyAggregate, type RaRecord } from 'ra-core';
import type { ReactNode } from 'react';

/** Another record of a row; the readings of all rows go out as one request. */
export function ReferenceField<T extends RaRecord>({ resource, id, render }: { resource: string; id: string | null; render: (record: T) => ReactNode }) {
  const { data } = useGetManyAggregate<T>(resource, { ids: id === null ? [] : [id] }, { enabled: id !== null });
  const record = data?.[0];
  return record ? <>{render(record)}</> : null;
}
