import { EVENT_KEYS, PERSON_FUNCTIONS, WAITING_ON } from '@tawama/contracts';
import type { Surroundings } from '@tawama/workflow';
import { AGREEMENT_ATTRIBUTES } from '../agreements/attributes.js';

/** What the club knows beside a template: who may be responsible, which dates of reference a person can record, what conditions may ask. For `checkTemplate`. */
export const CLUB_SURROUNDINGS: Surroundings = { functions: new Set(PERSON_FUNCTIONS), authorities: new Set(WAITING_ON), recordable: new Set(EVENT_KEYS), attributes: new Set(AGREEMENT_ATTRIBUTES) };
