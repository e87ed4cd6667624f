import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with a request instead of serving it. */
export type S3Answer = 'serve' | { status: number; code?: string } | 'hang' | 'drop';
export interface S3Sink {
  /** For STORAGE_URL, with the key; `prefix` as it stands in an address. */
  url(prefix?: string): string;
  /** Names and contents of what is kept. */
  objects: Map<string, { content: Buffer; at: Date }>;
  /** Every request that came, as `PUT name`. */
  asked: string[];
  /** Decides; called once a request. */
  script(answer: (method: string, name: string) => S3Answer): void;
  close(): Promise<void>;
}

const KEY = 'AKTEST';
const SECRET = 'sec/ret+of=test';
const BUCKET = 'club-files';
/** So small that every test turns pages. */
const PAGE = 3;

/** A server on loopback that speaks as much S3 as one bucket of files needs, and refuses what is not signed as AWS Signature 4 asks, content included. */
export async function startS3Sink(): Promise<S3Sink> {
  const objects: S3Sink['objects'] = new Map();
  const asked: string[] = [];
  const hanging = new Set<ServerResponse>();
  let decide: (method: string, name: string) => S3Answer = () => 'serve';

  const server = createServer((request, response) => void serve(request, response));
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    const address = new URL(url, 'http://sink');
    const name = decodeURIComponent(address.pathname).slice(`/${BUCKET}/`.length);
    asked.push(`${method} ${name}`);
    const answer = decide(method, name);
    if (answer === 'drop') { request.socket.destroy(); return; }
    if (answer === 'hang') { hanging.add(response); return; }
    const content = await all(request).catch(() => null);
    if (content === null) return;
    if (answer !== 'serve') { refuse(response, answer.status, answer.code ?? 'InternalError'); return; }
    const wrong = complaintAbout(request, address, content);
    if (wrong !== null) { refuse(response, 403, wrong); return; }
    if (!address.pathname.startsWith(`/${BUCKET}`)) { refuse(response, 404, 'NoSuchBucket'); return; }
    const kept = objects.get(name);
    if (method === 'PUT') { objects.set(name, { content, at: new Date() }); response.writeHead(200, { etag: `"${md5(content)}"` }).end(); }
    else if (method === 'DELETE') { objects.delete(name); response.writeHead(204).end(); }
    else if (method === 'GET' && address.searchParams.get('list-type') === '2') list(response, address.searchParams);
    else if (!kept) refuse(response, 404, 'NoSuchKey', method === 'HEAD');
    else {
      response.writeHead(200, { 'content-length': kept.content.length, 'last-modified': kept.at.toUTCString(), etag: `"${md5(kept.content)}"` });
      response.end(method === 'HEAD' ? undefined : kept.content);
    }
  }
  function list(response: ServerResponse, asking: URLSearchParams): void {
    const prefix = asking.get('prefix') ?? '';
    const names = [...objects.keys()].filter((name) => name.startsWith(prefix)).sort();
    const from = Number(asking.get('continuation-token') ?? 0);
    const rows = names.slice(from, from + PAGE).map((name) => `<Contents><Key>${escaped(name)}</Key><LastModified>${objects.get(name)?.at.toISOString()}</LastModified><Size>${objects.get(name)?.content.length}</Size></Contents>`);
    const more = from + PAGE < names.length;
    response.writeHead(200, { 'content-type': 'application/xml' }).end(`<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>${BUCKET}</Name><IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${from + PAGE}</NextContinuationToken>` : ''}${rows.join('')}</ListBucketResult>`);
  }

  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    objects, asked,
    url: (prefix = '') => `s3://${KEY}:${encodeURIComponent(SECRET)}@${BUCKET}/${prefix}?region=eu-west-3&endpoint=${encodeURIComponent(endpoint)}`,
    script(answer) { decide = answer; },
    close: () => new Promise((done) => {
      for (const response of hanging) response.destroy();
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

async function all(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function refuse(response: ServerResponse, status: number, code: string, bare = false): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(bare ? undefined : `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>refused by the test</Message></Error>`);
}

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
const md5 = (content: Buffer): string => createHash('md5').update(content).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What is wrong with the signature of a request (AWS Signature Version 4, header form); null where it is right. */
function complaintAbout(request: IncomingMessage, address: URL, content: Buffer): string | null {
  const authorization = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? '');
  if (!authorization) return 'AccessDenied';
  const [, key, day = '', region = '', signedHeaders = '', signature] = authorization;
  if (key !== KEY) return 'InvalidAccessKeyId';
  const stated = String(request.headers['x-amz-content-sha256']);
  if (/^[0-9a-f]{64}$/.test(stated) && stated !== sha256(content)) return 'XAmzContentSHA256Mismatch';
  const code = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = [...address.searchParams].map(([name, value]) => `${code(name)}=${code(value)}`).sort().join('&');
  const headers = signedHeaders.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}\n`).join('');
  const canonical = [request.method, address.pathname, query, headers, signedHeaders, stated].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n');
  const signing = hmac(hmac(hmac(hmac(`AWS4${SECRET}`, day), region), 's3'), 'aws4_request');
  return hmac(signing, toSign).toString('hex') === signature ? null : 'SignatureDoesNotMatch';
}
