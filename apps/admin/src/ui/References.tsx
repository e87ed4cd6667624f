import Link from '@mui/material/Link';
import type { Agreement, City, Person, Project } from '@tawama/contracts';
import { useGetManyAggregate } from 'ra-core';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Name } from './Name.js';

/** One record by its id; the readings of all rows of a screen travel together. */
function useOne<T extends { id: string }>(resource: string, id: string | null | undefined): T | undefined {
  const { data } = useGetManyAggregate<T>(resource, { ids: id ? [id] : [] }, { enabled: !!id });
  return data?.[0];
}
export const useCity = (id: string | null | undefined): City | undefined => useOne<City>('cities', id);
export const usePerson = (id: string | null | undefined): Person | undefined => useOne<Person>('people', id);
export const useAgreement = (id: string | null | undefined): Agreement | undefined => useOne<Agreement>('agreements', id);

export function LinkTo({ to, children, strong = false }: { to: string; children: ReactNode; strong?: boolean }) {
  return <Link component={RouterLink} to={to} color="inherit" sx={{ display: 'inline-block', minBlockSize: 24, ...(strong ? { fontWeight: 600 } : {}) }}>{children}</Link>;
}

export function CityLink({ id }: { id: string | null | undefined }) {
  const city = useCity(id);
  return city ? <LinkTo to={`/cities/${city.id}`}><Name of={city.name} /></LinkTo> : null;
}
export function PersonLink({ id }: { id: string | null | undefined }) {
  const person = usePerson(id);
  return person ? <LinkTo to={`/people/${person.id}`}><bdi>{person.name}</bdi></LinkTo> : null;
}
export function AgreementLink({ id }: { id: string | null | undefined }) {
  const agreement = useAgreement(id);
  return agreement ? <LinkTo to={`/agreements/${agreement.id}`}><Name of={agreement.title} /></LinkTo> : null;
}
export function ProjectLink({ id }: { id: string | null | undefined }) {
  const project = useOne<Project>('projects', id);
  return project ? <LinkTo to={`/projects/${project.id}`}><Name of={project.title} /></LinkTo> : null;
}
/** The city that a person belongs to. */
export function CityOfPerson({ id }: { id: string | null | undefined }) {
  return <CityLink id={usePerson(id)?.cityId} />;
}
