import type { Milestone } from '@tawama/contracts';
import { useGetManyAggregate } from 'ra-core';
import { Name } from './Name.js';

/** The title of a step by its id. */
export function MilestoneTitle({ id }: { id: string }) {
  const { data } = useGetManyAggregate<Milestone>('milestones', { ids: [id] });
  return <Name of={data?.[0]?.title} />;
}
