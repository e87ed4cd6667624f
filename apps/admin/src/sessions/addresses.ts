import type { CouncilSession } from '@tawama/contracts';

export const SESSIONS = '/council-sessions';
export const PAST_SESSIONS = `${SESSIONS}/past`;
export const editOf = ({ id }: CouncilSession): string => `${SESSIONS}/${id}/edit`;
/** Where an announced session gets the date on which it was convened: a city's own is changed, that of every council stays and gets one city's beside it. */
export const conveneOf = (session: CouncilSession): string => (session.cityId === null ? `${SESSIONS}/create?announced=${session.id}` : `${editOf(session)}?convened=true`);
