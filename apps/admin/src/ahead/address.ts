/** What is played, as the address holds it; texts as they were typed. Of an agreement the cities and dates are its own. */
export interface Played {
  agreement: string; template: string; version: string; home: string; partner: string;
  years: string; late: string; term: string;
  /** dates of reference that are given for a template */
  events: Readonly<Record<string, string>>;
}
const FIELDS = ['agreement', 'template', 'version', 'home', 'partner', 'years', 'late', 'term'] as const;
const UNSAID: Partial<Record<(typeof FIELDS)[number], string>> = { years: '3', late: '0' };

/** The address of the page on which this is played; what is unsaid has its ordinary value. */
export function simulationOf(played: Partial<Played>): string {
  const parameters = new URLSearchParams();
  for (const field of FIELDS) if (played[field] !== undefined && played[field] !== '' && played[field] !== UNSAID[field]) parameters.set(field, played[field]);
  for (const [event, on] of Object.entries(played.events ?? {})) if (on !== '') parameters.set(`on.${event}`, on);
  return `/simulate?${parameters.toString()}`;
}

export function playedIn(parameters: URLSearchParams): Played {
  const field = (name: (typeof FIELDS)[number]): string => parameters.get(name) ?? UNSAID[name] ?? '';
  return {
    agreement: field('agreement'), template: field('template'), version: field('version'), home: field('home'), partner: field('partner'), years: field('years'), late: field('late'), term: field('term'),
    events: Object.fromEntries([...parameters].flatMap(([name, on]) => (name.startsWith('on.') ? [[name.slice(3), on]] : []))),
  };
}

/** A whole number as it was typed; undefined for nothing, NaN for anything else, which the server refuses by its field. */
const number = (typed: string): number | undefined => (typed.trim() === '' ? undefined : Number(typed));

/** What the server is asked; null while neither a template nor an agreement is chosen. */
export function questionOf(played: Played): { path: string; body: Record<string, unknown> } | null {
  const { agreement, template, version, home, partner, events } = played;
  const assumptions = { years: number(played.years), daysLate: number(played.late), termYears: number(played.term) ?? null };
  if (agreement !== '') return { path: `agreements/${encodeURIComponent(agreement)}/simulate`, body: assumptions };
  if (template === '') return null;
  return {
    path: `templates/${encodeURIComponent(template)}/simulate`,
    body: { ...assumptions, events, ...(version === '' ? {} : { templateVersion: Number(version) }), ...(home === '' ? {} : { homeCityId: home }), ...(partner === '' ? {} : { partnerCityId: partner }) },
  };
}
