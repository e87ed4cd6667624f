import type { Anchor, DueRule, Responsible, TemplateMilestone, TemplateText } from '@tawama/workflow';

export const text = (ar: string, fr: string, en: string): TemplateText => ({ ar, fr, en });

/** A due rule: so many days after an event. */
export const afterEvent = (event: string, days: number): DueRule => ({ rule: 'offset', from: { event }, days });
/** A due rule: so many days after another step. */
export const afterStep = (milestone: string, days: number): DueRule => ({ rule: 'offset', from: { milestone }, days });
/** A due rule: so many days after the last of several dates. */
export const afterLatest = (anchors: readonly Anchor[], days: number): DueRule => ({ rule: 'latest', of: anchors.map((from) => ({ rule: 'offset', from, days })) });

export const by = (who: Omit<Responsible, 'counterpart'>): Responsible => ({ ...who, counterpart: false });
/** The same, with the partner's focal point at our side. */
export const byWithPartner = (who: Omit<Responsible, 'counterpart'>): Responsible => ({ ...who, counterpart: true });

type Given = 'key' | 'number' | 'stage' | 'title' | 'responsible' | 'due' | 'evidence';

/** A step of a template; without more words it records no event, is confirmed and has no note. */
export const step = (given: Pick<TemplateMilestone, Given> & Partial<Omit<TemplateMilestone, Given>>): TemplateMilestone => ({ produces: [], certainty: 'confirmed', note: null, ...given });
