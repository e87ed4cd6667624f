import type { CommandEffect, Page } from '@tawama/contracts';
import type { DataProvider, GetListParams, Identifier, RaRecord } from 'ra-core';
import { call, queryString } from './http.js';

/** What a command is sent with: the name in the address, the version of the record that the screen shows, and its own fields. */
export interface CommandParams { id: Identifier; command: string; version: number; body?: Record<string, unknown>; dryRun?: boolean }
export type CommandResult<T> = T & Partial<CommandEffect>;
export interface ClubDataProvider extends DataProvider {
  /** `POST /api/<resource>/<id>/<command>`; with `dryRun` the same answer and nothing is saved. */
  command: <T = RaRecord>(resource: string, params: CommandParams) => Promise<CommandResult<T>>;
  /** Any other reading of the API, by its path below `/api/`. */
  read: <T>(path: string, query?: Record<string, unknown>) => Promise<T>;
  /** Any other writing, by its path below `/api/`. */
  send: <T>(path: string, body?: unknown) => Promise<T>;
}

const PER_REQUEST = 200;
const newKey = (): string => globalThis.crypto.randomUUID();

const list = async <T>(resource: string, { pagination, sort, filter }: Partial<GetListParams>, extra: Record<string, unknown> = {}, signal?: AbortSignal) => {
  const { data, total, totalIsExact } = await call<Page<T>>(`${resource}${queryString({
    page: pagination?.page, perPage: pagination?.perPage, sort: sort?.field, order: sort?.order?.toLowerCase(), ...(filter as Record<string, unknown> | undefined), ...extra,
  })}`, signal === undefined ? {} : { signal });
  return { data, total, meta: { totalIsExact } };
};

const changed = (data: Record<string, unknown>, before: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([key, value]) => key !== 'id' && key !== 'version' && JSON.stringify(value ?? null) !== JSON.stringify(before[key] ?? null)));

/** Our REST dialect for react-admin. A PATCH carries only what changed, under the version that the form was opened with. */
export const dataProvider: ClubDataProvider = {
  supportAbortSignal: true,
  getList: (resource, params) => list(resource, params, {}, params.signal),
  getOne: async (resource, { id, signal }) => ({ data: await call(`${resource}/${encodeURIComponent(id)}`, signal === undefined ? {} : { signal }) }),
  getMany: async <T extends RaRecord>(resource: string, { ids }: { ids: Identifier[] }) => {
    const data: T[] = [];
    for (let start = 0; start < ids.length; start += PER_REQUEST) {
      const part = ids.slice(start, start + PER_REQUEST);
      data.push(...(await list<T>(resource, { pagination: { page: 1, perPage: PER_REQUEST } }, { id: part })).data);
    }
    return { data };
  },
  getManyReference: (resource, { target, id, ...params }) => list(resource, params, { [target]: id }, params.signal),
  create: async (resource, { data }) => ({ data: await call(resource, { method: 'POST', body: data, idempotencyKey: newKey() }) }),
  update: async (resource, { id, data, previousData }) => {
    const body = changed(data as Record<string, unknown>, (previousData ?? {}) as Record<string, unknown>);
    return { data: await call(`${resource}/${encodeURIComponent(id)}`, { method: 'PATCH', body, version: Number((previousData as { version?: number } | undefined)?.version ?? 0) }) };
  },
  delete: async (resource, { id, previousData }) => {
    const version = (previousData as { version?: number } | undefined)?.version;
    await call(`${resource}/${encodeURIComponent(id)}`, { method: 'DELETE', ...(version === undefined ? {} : { version }) });
    return { data: previousData ?? { id } } as never;
  },
  updateMany: () => Promise.reject(new Error('one record at a time')),
  deleteMany: () => Promise.reject(new Error('one record at a time')),
  command: (resource, { id, command, version, body = {}, dryRun = false }) =>
    call(`${resource}/${encodeURIComponent(id)}/${command}${dryRun ? '?dryRun=true' : ''}`, { method: 'POST', body: { version, ...body }, ...(dryRun ? {} : { idempotencyKey: newKey() }) }),
  read: (path, query = {}) => call(`${path}${queryString(query)}`),
  send: (path, body = {}) => call(path, { method: 'POST', body, idempotencyKey: newKey() }),
};
