import { PERSON_FUNCTIONS, WAITING_ON } from '@tawama/contracts';
import type { Surroundings } from '@tawama/workflow';
import { AGREEMENT_ATTRIBUTES } from '../agreements/attributes.js';

/** What the club knows beside a template: who may be responsible, what conditions may ask. People can record every date of reference of a template. For `checkTemplate`. */
export const CLUB_SURROUNDINGS: Surroundings = { functions: new Set(PERSON_FUNCTIONS), authorities: new Set(WAITING_ON), attributes: new Set(AGREEMENT_ATTRIBUTES) };
