import { z } from 'zod';
import { id, plainDate } from './primitives.js';

/** How one field of a list may be filtered: equality (several values with commas), or a range by `<field>From` and `<field>To`, both inclusive. */
export type FilterKind = 'id' | 'text' | 'boolean' | 'date' | 'instant' | readonly string[];
export type ListShape = {
  readonly sort: readonly [string, ...string[]];
  readonly defaultOrder: 'asc' | 'desc';
  readonly filters: Readonly<Record<string, FilterKind>>;
  readonly search: boolean;
};

export type ListQuery = {
  page: number; perPage: number; sort: string; order: 'asc' | 'desc'; q: string | undefined;
  /** values of `<field>=a,b` */
  equals: Record<string, string[]>;
  /** bounds of `<field>From`, `<field>To` */
  ranges: Record<string, { from?: string; to?: string }>;
};

export const MAX_ROWS_DEEP = 10_000;
export const COUNT_CAP = 1_000;

const values = (one: z.ZodType<string, string>) =>
  z.string().min(1).max(8_000).transform((text) => text.split(',')).pipe(z.array(one).min(1).max(200));

const equality = (kind: FilterKind) => {
  if (typeof kind !== 'string') return values(z.enum(kind as [string, ...string[]]));
  if (kind === 'id') return values(id);
  if (kind === 'boolean') return values(z.enum(['true', 'false']));
  if (kind === 'date') return values(plainDate);
  return values(z.string().min(1).max(200).refine((text) => !/[\u0000-\u001f]/.test(text)));
};

const whole = (max: number) => z.string().regex(/^[1-9]\d{0,8}$/).transform(Number).pipe(z.int().max(max));

/** The query schema of one list: strict, so an unknown parameter, sort or filter is a 400 and never ignored. */
export const listQuery = (shape: ListShape): z.ZodType<ListQuery, Record<string, string | undefined>> => {
  const fields: Record<string, z.ZodType> = {
    page: whole(100_000_000).optional(),
    perPage: whole(200).optional(),
    sort: z.enum([...shape.sort]).optional(),
    order: z.enum(['asc', 'desc']).optional(),
  };
  if (shape.search) fields['q'] = z.string().max(200).refine((text) => !/[\u0000-\u001f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)).optional();
  for (const [field, kind] of Object.entries(shape.filters)) {
    fields[field] = equality(kind).optional();
    if (kind === 'date' || kind === 'instant') {
      const bound = kind === 'date' ? plainDate : z.iso.datetime({ offset: true });
      fields[`${field}From`] = bound.optional();
      fields[`${field}To`] = bound.optional();
    }
  }
  return z.strictObject(fields).transform((given) => toListQuery(shape, given)) as z.ZodType<ListQuery, Record<string, string | undefined>>;
};

const toListQuery = (shape: ListShape, given: Record<string, unknown>): ListQuery => {
  const query: ListQuery = {
    page: (given['page'] as number | undefined) ?? 1,
    perPage: (given['perPage'] as number | undefined) ?? 25,
    sort: (given['sort'] as string | undefined) ?? shape.sort[0],
    order: (given['order'] as 'asc' | 'desc' | undefined) ?? shape.defaultOrder,
    q: (given['q'] as string | undefined)?.trim() || undefined,
    equals: {}, ranges: {},
  };
  for (const field of Object.keys(shape.filters)) {
    const same = given[field] as string[] | undefined;
    if (same) query.equals[field] = same;
    const from = given[`${field}From`] as string | undefined;
    const to = given[`${field}To`] as string | undefined;
    if (from !== undefined || to !== undefined) query.ranges[field] = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  }
  return query;
};

/** A page of a list. Above 1,000 rows the count stops: `total: 1000, totalIsExact: false`. */
export const page = <T extends z.ZodType>(row: T) => z.object({ data: z.array(row), total: z.int(), totalIsExact: z.boolean() });
export type Page<T> = { data: T[]; total: number; totalIsExact: boolean };
