import { describe, expect, it } from 'vitest';
import { Refusal } from '../../platform/http/refusal.js';
import { hashPassword, passwordFits, refuseWeakPassword } from './passwords.js';

const judged = (password: string, email = 'coordinator@smara.example'): string => { try { refuseWeakPassword(password, email); return 'good'; } catch (error) { return error instanceof Refusal ? error.code : String(error); } };

describe('a password', () => {
  it.each(['sable-rouge-42', 'quatre mots au hasard', 'نخلتان وجمل واحد', 'Tr0ub4dor&3-xy'])('%s is good', (password) => expect(judged(password)).toBe('good'));
  it.each(['', 'short', '12345678901', 'احدعشرحرفا1', '😀😀😀😀😀😀'])('%s is too short', (password) => expect(judged(password)).toBe('auth/password-too-short'));
  it.each(['Password1234', 'P A S S W O R D 99', '123456789012', 'aaaaaaaaaaaa', 'abababababab', 'qwertyuiopas', 'MotDePasse2026', 'tawama-demo-1', 'coordinator12', 'كلمة المرور 123', '...............'])('%s is too common', (password) => expect(judged(password)).toBe('auth/password-too-common'));

  it.each([['coordinator@smara.example', undefined], ['Coordinator@Smara.Example', undefined], ['fatima.zahra.smara', 'fatima.zahra.smara@example.org'], ['Fatima Zahra Smara', 'fatima.zahra.smara@example.org'], ['x@club-smara.example', 'x@club-smara.example']])('%s is the address', (password, email) => expect(judged(password, email)).toBe('auth/password-is-address'));

  it('fits its own hash and no other', async () => {
    const hash = await hashPassword('sable-rouge-42');
    expect(await passwordFits(hash, 'sable-rouge-42')).toBe(true);
    expect(await passwordFits(hash, 'sable-rouge-43')).toBe(false);
    expect(await passwordFits(null, 'sable-rouge-42')).toBe(false);
    expect(await passwordFits(hash, '\ud800\u0000')).toBe(false);
  });
});
