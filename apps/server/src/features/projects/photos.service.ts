import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { PHOTO_MOST_BYTES, type ListQuery, type Page, type Photo, type PhotoPatch, type PhotoUpload } from '@tawama/contracts';
import { photoTypeOf } from '@tawama/domain';
import { ClubClock } from '../../platform/clock.js';
import { Database, type Tx } from '../../platform/db/database.js';
import { differences } from '../../platform/db/versioned.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { Files } from '../evidence/files.js';
import type { By } from '../plans/plan-command.js';
import { ProjectsService } from './projects.service.js';
import { PhotosStore } from './photos.store.js';

/** Pictures of what happens on the ground, in the order of the gallery. */
@Injectable()
export class PhotosService {
  constructor(private readonly database: Database, private readonly projects: ProjectsService, private readonly store: PhotosStore, private readonly files: Files, private readonly clock: ClubClock) {}

  /** @throws Refusal `record/not-found` */
  list(viewer: Viewer, projectId: string, query: ListQuery): Promise<Page<Photo>> {
    return this.database.read(async (tx) => {
      await this.projects.read(tx, projectId, viewer.agreementIds);
      return this.store.list(tx, projectId, query);
    });
  }

  /** @throws Refusal `record/not-found`, `storage/unavailable` */
  async content(viewer: Viewer, projectId: string, id: string): Promise<{ photo: Photo; content: () => Promise<Readable> }> {
    const photo = await this.database.read(async (tx) => {
      await this.projects.read(tx, projectId, viewer.agreementIds);
      return found(await this.store.find(tx, projectId, id));
    });
    return { photo, content: () => this.files.content(photo.sha256) };
  }

  /**
   * Keeps what was sent as a picture of the project, behind those that are there.
   * @throws Refusal `record/not-found`, `access/denied`, `event/in-the-future` for a day that has not come, `request/unsupported-media-type` for a body that is no file,
   * `evidence/empty`, `upload/too-large`, `photo/type-not-allowed`, `storage/unavailable`
   */
  async add(by: By, projectId: string, { caption, takenOn: given }: PhotoUpload, upload: unknown): Promise<Photo> {
    const takenOn = given ?? null;
    await this.database.read(async (tx) => {
      await this.projects.editable(tx, projectId, by.scope);
      await this.refuseFuture(tx, takenOn);
    });
    const kept = await this.files.keep(upload, { mostBytes: PHOTO_MOST_BYTES, typeOf: photoTypeOf, otherwise: 'photo/type-not-allowed' });
    return this.database.transaction(async (tx) => {
      const project = await this.projects.editable(tx, projectId, by.scope);
      await this.store.lock(tx, projectId);
      await this.files.beforeNaming(tx, kept.sha256);
      const id = await this.store.insert(tx, { projectId, caption, takenOn, ...kept, accountId: by.actorId, demonstration: by.demonstration === true });
      await this.projects.note(tx, by.actorId, 'project.add-photo', project, { after: { photoId: id, takenOn, ...kept } });
      return found(await this.store.find(tx, projectId, id));
    });
  }

  /** @throws Refusal `record/not-found`, `access/denied`, `record/stale`, `event/in-the-future` */
  change(by: By, projectId: string, id: string, version: number, patch: PhotoPatch): Promise<Photo> {
    return this.database.transaction(async (tx) => {
      const project = await this.projects.editable(tx, projectId, by.scope);
      await this.store.lock(tx, projectId);
      const stored = found(await this.store.find(tx, projectId, id));
      await this.refuseFuture(tx, patch.takenOn ?? null);
      const others = (await this.store.ids(tx, projectId)).filter((other) => other !== id);
      const place = patch.place === undefined ? undefined : Math.min(patch.place, others.length);
      const { before, after } = differences<PhotoPatch>(stored, { ...patch, ...(place === undefined ? {} : { place }) });
      await this.store.update(tx, stored, version, after);
      if (after.place !== undefined) await this.store.putOrder(tx, others.toSpliced(after.place, 0, id));
      if (Object.keys(after).length > 0) await this.projects.note(tx, by.actorId, 'project.change-photo', project, { before: { photoId: id, ...withoutWords(before) }, after: { photoId: id, ...withoutWords(after) } });
      return found(await this.store.find(tx, projectId, id));
    });
  }

  /** @throws Refusal `record/not-found`, `access/denied` */
  remove(by: By, projectId: string, id: string): Promise<Photo> {
    return this.database.transaction(async (tx) => {
      const project = await this.projects.editable(tx, projectId, by.scope);
      await this.store.lock(tx, projectId);
      const stored = found(await this.store.find(tx, projectId, id));
      await this.store.remove(tx, id);
      await this.store.putOrder(tx, await this.store.ids(tx, projectId));
      const { takenOn, mimeType, bytes, sha256 } = stored;
      await this.projects.note(tx, by.actorId, 'project.remove-photo', project, { before: { photoId: id, takenOn, mimeType, bytes, sha256 } });
      return stored;
    });
  }

  private async refuseFuture(tx: Tx, takenOn: string | null): Promise<void> {
    if (takenOn !== null && takenOn > await this.clock.today(tx)) throw new Refusal('event/in-the-future', { fields: [{ path: 'takenOn', code: 'event/in-the-future' }] });
  }
}

/** A caption may name people: the journal knows that it was changed. */
const withoutWords = ({ caption, ...rest }: PhotoPatch): object => ({ ...rest, ...(caption === undefined ? {} : { caption: true }) });

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new Refusal('record/not-found');
  return one;
}
