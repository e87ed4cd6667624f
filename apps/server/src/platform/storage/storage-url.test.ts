import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Env, EnvError } from '../env.js';
import { readStorageUrl, type AwsVariables } from './storage-url.js';

const NONE: AwsVariables = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, AWS_SESSION_TOKEN: undefined, AWS_REGION: undefined };
const AWS: AwsVariables = { AWS_ACCESS_KEY_ID: 'AK', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token', AWS_REGION: 'eu-west-3' };

describe('STORAGE_URL', () => {
  it('names a bucket, with the key in the address or in the variables of the AWS tools', () => {
    expect(readStorageUrl('s3://AK:s%2Fe%2Bc@club/a%20b/?region=eu-west-1&endpoint=https%3A%2F%2Fs3.example%3A9000', NONE)).toEqual({ bucket: 'club', prefix: 'a b', region: 'eu-west-1', endpoint: 'https://s3.example:9000', credentials: { accessKeyId: 'AK', secretAccessKey: 's/e+c' } });
    expect(readStorageUrl('s3://club', AWS)).toEqual({ bucket: 'club', prefix: '', region: 'eu-west-3', endpoint: undefined, credentials: { accessKeyId: 'AK', secretAccessKey: 'secret', sessionToken: 'token' } });
    expect(readStorageUrl('s3://AK:SK@club.files', NONE)).toMatchObject({ bucket: 'club.files', region: 'us-east-1' });
  });

  it.each([
    ['nonsense', /address like/], ['https://club/', /begin with s3/], ['s3://', /bucket|address/], ['s3://Club_Files', /bucket/], ['s3://host:9000/club', /bucket/], ['s3://club?region=Paris!', /region/],
    ['s3://club?endpoint=ftp://x', /endpoint/], ['s3://club?surprise=1', /nothing else/], ['s3://club/%zz', /prefix/], ['s3://AK@club', /key/],
  ])('%s is refused with its rule', (given, rule) => { expect(readStorageUrl(given, AWS)).toMatch(rule); });

  it('without a key is refused', () => { expect(readStorageUrl('s3://club', NONE)).toMatch(/needs a key/); });

  it('that is wrong stops the start with one line that keeps the secret', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 60 }), (rest) => {
      try {
        const env = Env.read({ STORAGE_URL: `s3://AK:very-secret@${rest}` });
        // Only the last @ ends the secret.
        expect(env.storage?.credentials.secretAccessKey).toMatch(/^very-secret/);
      } catch (error) {
        expect(error).toBeInstanceOf(EnvError);
        expect(String(error)).toMatch(/^EnvError: STORAGE_URL [^\n]+$/);
        expect(String(error)).not.toContain('very-secret');
      }
    }), { numRuns: 1_000 });
  });

  it('is asked of nobody', () => { expect(Env.read({}).storage).toBeUndefined(); });
});
