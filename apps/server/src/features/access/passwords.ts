import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { MIN_PASSWORD_LENGTH } from '@tawama/contracts';
import { Refusal } from '../../platform/http/refusal.js';
import { COMMON_PASSWORDS } from './common-passwords.js';

/** OWASP's least for argon2id (the library's default kind): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** The hash of a password nobody has; made at the start, so that not even the first unknown address takes longer. */
const NOBODY = hashPassword(randomBytes(24).toString('hex'));

/** Whether the password is the account's. Without a hash (no such account, or no password yet) it takes just as long. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? await NOBODY, password);
  return passwordHash !== null && fits;
}

/** Two spellings that differ only in capitals and punctuation are one to a guesser. */
const lettersOf = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** @throws Refusal when a password is too short, the account's own address, or among the first that a guesser would try */
export function refuseWeakPassword(password: string, email: string): void {
  if ([...password].length < MIN_PASSWORD_LENGTH) throw weak('auth/password-too-short');
  const plain = lettersOf(password);
  const letters = plain.replace(/\d+$/, '');
  const [mailbox = ''] = email.split('@').map(lettersOf);
  if (plain === lettersOf(email) || plain === mailbox) throw weak('auth/password-is-address');
  const ofTheAddress = mailbox.length >= 4 && plain.replaceAll(mailbox, '').length < 4;
  if (COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(letters) || new Set(plain).size < 4 || isSequence(plain) || ofTheAddress) throw weak('auth/password-too-common');
}

const SEQUENCES = ['01234567890123456789', '98765432109876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', 'azertyuiopqsdfghjklmwxcvbn', '1q2w3e4r5t6y7u8i9o0p', '1a2z3e4r5t6y7u8i9o0p'];
const isSequence = (plain: string): boolean => plain !== '' && SEQUENCES.some((sequence) => sequence.includes(plain));

const weak = (code: 'auth/password-too-short' | 'auth/password-too-common' | 'auth/password-is-address'): Refusal => new Refusal(code, { fields: [{ path: 'password', code }] });
