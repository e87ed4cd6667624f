import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Env } from '../env.js';

/** Makes and reads the secret part of one-time links: the row's id and an HMAC over it, so that a mail can be rendered anew and the database holds nothing that opens a door. */
@Injectable()
export class LinkTokens {
  private secret: Promise<Buffer> | undefined;

  constructor(private readonly env: Env) {}

  /** The page where a password is set. */
  async addressOf(linkId: string): Promise<string> {
    return `${this.env.publicUrl}/reset/${await this.tokenOf(linkId)}`;
  }

  async tokenOf(linkId: string): Promise<string> {
    return `${linkId}-${(await this.mac(linkId)).toString('base64url')}`;
  }

  /** @returns the id of the link's row, or undefined when this program did not make the token */
  async idOf(token: string): Promise<string | undefined> {
    const [, id, mac] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([\w-]{43})$/.exec(token) ?? [];
    if (id === undefined || mac === undefined) return undefined;
    const given = Buffer.from(mac, 'base64url');
    const ours = await this.mac(id);
    return given.length === ours.length && timingSafeEqual(given, ours) ? id : undefined;
  }

  private async mac(linkId: string): Promise<Buffer> {
    const secret = await (this.secret ??= secretOf(this.env.dataDir, 'links'));
    return createHmac('sha256', secret).update(`one-time-link ${linkId}`).digest();
  }
}

/** A secret of this installation, made on first use; all processes of one DATA_DIR have the same. */
export async function secretOf(dataDir: string, name: string): Promise<Buffer> {
  const folder = join(dataDir, 'secrets');
  const path = join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const known = await readFile(path).catch(() => undefined);
  if (known !== undefined && known.length === 32) return known;
  // Written whole under another name, then linked: two first starts at once agree on one secret.
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, randomBytes(32), { mode: 0o600 });
  await link(draft, path).catch((error: NodeJS.ErrnoException) => { if (error.code !== 'EEXIST') throw error; });
  await rm(draft, { force: true });
  return readFile(path);
}
