import { PERSON_FUNCTIONS, type PersonFunction, WAITING_ON, type WaitingOn } from '@tawama/contracts';
import type { Responsible } from '@tawama/workflow';
import type { PlanPerson } from '../plans/plan.js';
import { allow, refuse, type Result } from '../result.js';

/** An authority is waited for, never given a step to follow and never mailed by the program. */
const AUTHORITIES: ReadonlySet<string> = new Set<PersonFunction>(['president', 'council', 'mayorOffice']);

export const isAuthority = (person: Pick<PlanPerson, 'function'>): boolean => AUTHORITIES.has(person.function);

/** The one of several that fit: first of the agreement's own city, then the one that was entered first. */
function pick(people: readonly PlanPerson[], side: PlanPerson['side'], wanted: string): string | null {
  const fitting = people.filter((person) => person.active && person.side === side && person.function === wanted);
  fitting.sort((a, b) => Number(b.near) - Number(a.near) || (a.id < b.id ? -1 : 1));
  return fitting[0]?.id ?? null;
}

/** A club with no more people than this is told of as a whole. */
export const FEW_PEOPLE = 300;

/** Whom of our other cities a rule could find: the one of each function. */
export const FOUND_ANYWHERE: Sought = { home: PERSON_FUNCTIONS, partner: [] };

/**
 * Those whom a rule may have to do with: of a small club everybody, else both sides of the agreement, whoever is named, and of our
 * other cities the one of each function who would be found. The database chooses by the same words, without telling of the others.
 */
export function peopleThatMatter(people: readonly PlanPerson[], named: ReadonlySet<string>): PlanPerson[] {
  if (people.length <= FEW_PEOPLE) return [...people];
  const found = new Set([...new Set(people.map((person) => person.function))].map((wanted) => pick(people, 'home', wanted)));
  return people.filter((person) => person.side === 'partner' || person.near || named.has(person.id) || found.has(person.id));
}

export const chooseCoordinator = (people: readonly PlanPerson[]): string | null => pick(people, 'home', 'coordinator');

/** The functions of which `resolveAssignment` looks for somebody, on our side and on the partner's; it needs to be told of nobody else. */
export interface Sought { readonly home: readonly PersonFunction[]; readonly partner: readonly PersonFunction[] }

export const soughtFor = (steps: readonly Responsible[]): Sought => ({
  home: [...new Set(steps.flatMap((one) => ownFunction(one) ?? []))],
  partner: steps.some(({ counterpart }) => counterpart) ? ['focalPoint'] : [],
});

/** The function that one of ours is matched by; null where the coordinator follows. */
function ownFunction({ function: wanted }: Responsible): PersonFunction | null {
  const known = PERSON_FUNCTIONS.find((one) => one === wanted);
  return known === undefined || known === 'coordinator' || AUTHORITIES.has(known) ? null : known;
}

export interface Assignment { readonly ownerId: string | null; readonly counterpartId: string | null; readonly waitingOn: WaitingOn | null }

/**
 * Who follows a step and who is waited for. A function is matched with an active person of our side, else the coordinator follows;
 * an authority is waited for and the coordinator follows. The counterpart is the partner's focal point.
 */
export function resolveAssignment(responsible: Responsible, coordinatorId: string | null, people: readonly PlanPerson[]): Assignment {
  const wanted = ownFunction(responsible);
  const byFunction = wanted === null ? null : pick(people, 'home', wanted);
  return {
    ownerId: byFunction ?? coordinatorId,
    counterpartId: responsible.counterpart ? pick(people, 'partner', 'focalPoint') : null,
    waitingOn: WAITING_ON.find((authority) => authority === responsible.authority) ?? null,
  };
}

/** Refuses: `milestone/owner-not-home`, `milestone/owner-is-authority`, `person/inactive`. */
export function checkOwner(people: readonly PlanPerson[], ownerId: string, path = 'ownerId'): Result<null> {
  const person = people.find((candidate) => candidate.id === ownerId);
  if (person?.side !== 'home') return refuse('milestone/owner-not-home', path);
  if (isAuthority(person)) return refuse('milestone/owner-is-authority', path);
  return person.active ? allow(null) : refuse('person/inactive', path);
}

/** Refuses: `milestone/counterpart-not-partner`, `milestone/owner-is-authority`, `person/inactive`. */
export function checkCounterpart(people: readonly PlanPerson[], counterpartId: string): Result<null> {
  const person = people.find((candidate) => candidate.id === counterpartId);
  if (person?.side !== 'partner') return refuse('milestone/counterpart-not-partner', 'counterpartId');
  if (isAuthority(person)) return refuse('milestone/owner-is-authority', 'counterpartId');
  return person.active ? allow(null) : refuse('person/inactive', 'counterpartId');
}
