import { z } from 'zod';

/** Files in a bucket that speaks S3. */
export interface S3Place {
  bucket: string;
  /** before the name of each file; without slashes at its ends */
  prefix: string;
  region: string;
  /** where it is not Amazon's own */
  endpoint: string | undefined;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
}
/** The variables of the AWS tools that are heeded too. */
export type AwsVariables = Readonly<Record<'AWS_ACCESS_KEY_ID' | 'AWS_SECRET_ACCESS_KEY' | 'AWS_SESSION_TOKEN' | 'AWS_REGION', string | undefined>>;

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const options = z.strictObject({
  region: z.string().regex(/^[a-z0-9-]{1,40}$/).optional(),
  endpoint: z.string().refine((text) => URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)).optional(),
});
const OTHERWISE = 'us-east-1';

/**
 * Where `STORAGE_URL` says that files are kept: `s3://bucket/prefix?region=…&endpoint=…`, with the key and its secret before the
 * bucket or in the variables of the AWS tools.
 * @returns the rule that is broken, as a text; it never repeats what was given, which may hold the secret
 */
export function readStorageUrl(given: string, aws: AwsVariables): S3Place | string {
  if (!URL.canParse(given)) return 'must be an address like s3://bucket/prefix?region=eu-west-3';
  const url = new URL(given);
  if (url.protocol !== 's3:') return 'must begin with s3:';
  if (url.port !== '' || !BUCKET.test(url.hostname)) return 'must name a bucket after s3://; the server is named by endpoint=https://…';
  const read = options.safeParse(Object.fromEntries(url.searchParams));
  if (!read.success) return 'takes region=… and endpoint=https://… after the question mark, and nothing else';
  const named = decoded(url.pathname);
  if (named === undefined) return 'has a prefix that is not written as an address is';
  const credentials = credentialsOf(url, aws);
  if (!credentials) return 'needs a key: s3://KEY:SECRET@bucket, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY';
  const { region = aws.AWS_REGION ?? OTHERWISE, endpoint } = read.data;
  return { bucket: url.hostname, prefix: named.replace(/^\/+|\/+$/g, ''), region, endpoint, credentials };
}

function credentialsOf(url: URL, aws: AwsVariables): S3Place['credentials'] | undefined {
  const [key, secret] = [decoded(url.username), decoded(url.password)];
  if (key && secret) return { accessKeyId: key, secretAccessKey: secret };
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = aws;
  if (key || secret || !accessKeyId || !secretAccessKey) return undefined;
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

function decoded(part: string): string | undefined {
  try { return decodeURIComponent(part); } catch { return undefined; }
}
