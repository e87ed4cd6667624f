import { Refusal } from '../http/refusal.js';
import { classifyPgError } from './pg-errors.js';

/**
 * Does the work; where a constraint of the schema refuses it, says so in the words of its feature instead of in general.
 * @param refusals constraint name → what it means here
 */
export async function refusing<T>(work: Promise<T>, refusals: Readonly<Record<string, () => Refusal>>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const failure = classifyPgError(error);
    const refusal = failure && 'constraint' in failure && Object.hasOwn(refusals, failure.constraint) ? refusals[failure.constraint] : undefined;
    throw refusal ? refusal() : error;
  }
}

/** A field that points to a record which is not there. */
export const missing = (path: string) => (): Refusal => new Refusal('request/invalid', { fields: [{ path, code: 'record/not-found' }] });
