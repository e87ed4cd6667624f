import { COUNT_CAP, MAX_ROWS_DEEP, type ListQuery, type ListShape, type Page } from '@tawama/contracts';
import { searchForms } from '@tawama/domain';
import { Refusal } from '../http/refusal.js';
import type { Asked } from './kept-statements.js';

/** How values of a field arrive in SQL; the given texts are cast to it. */
type ColumnType = 'text' | 'uuid' | 'date' | 'timestamptz' | 'boolean';

/** One field that may be sorted or filtered by: an SQL expression, as text unless it says otherwise. */
export type ListColumn = string | {
  sql: string;
  type?: ColumnType;
  /** another expression to sort by, e.g. with the collation of names */
  sort?: string;
  /** another condition than equality; gets the placeholder of the array of values, cast */
  matches?: (values: string) => string;
};

/**
 * Where a list comes from. Its texts may name the values of `parameters` as `@today`; each is bound once, where it is used.
 * With `satisfies ListSource<typeof cityList>` the compiler asks for every field of the contract.
 */
export type ListSource<S extends ListShape = ListShape> = {
  from: string;
  /** What is counted from where nothing is searched for; the same rows with fewer joins. Absent: `from`. */
  countFrom?: string;
  select: string;
  /** the column that makes the order stable */
  id: string;
  columns: Readonly<Record<S['sort'][number] | (keyof S['filters'] & string), ListColumn>>;
  /** column that holds the normalised text; absent: the list is not searched */
  search?: string;
  /** Condition that keeps a scoped viewer inside the given agreements (a `uuid[]` placeholder); null: every signed-in person sees every row. */
  within: ((agreementIds: string) => string) | null;
  /** a condition that always holds */
  where?: string;
  parameters?: Readonly<Record<string, { value: unknown; type: string }>>;
};

/** Names as an Arabic reader expects them; Latin letters keep their own order in it. */
export const byName = (expression: string): string => `(${expression}) COLLATE "ar-x-icu"`;

/** A LIKE pattern that finds the text anywhere, its wildcards taken literally. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Collects values and answers their placeholders. */
class Parameters {
  readonly values: unknown[] = [];
  add(value: unknown, cast: string): string {
    this.values.push(value);
    return `$${this.values.length}::${cast}`;
  }
  /** The text with every `@name` bound. */
  bind(sql: string, named: ListSource['parameters'] = {}): string {
    const bound = new Map<string, string>();
    return sql.replace(/@([a-z]\w*)/gi, (_, name: string) => {
      const parameter = named[name];
      if (!parameter) throw new Error(`the list gives no value for @${name}`);
      const placeholder = bound.get(name) ?? this.add(parameter.value, parameter.type);
      bound.set(name, placeholder);
      return placeholder;
    });
  }
}

/**
 * One page of a list and how many rows there are (counted up to 1,000), in one statement: both show the same moment without a transaction.
 * @param scope ids of the agreements that the viewer may see; null: the whole club
 * @throws Refusal `list/too-deep` beyond the 10,000th row
 */
export async function selectPage<Row>(tx: Asked, source: ListSource, query: ListQuery, scope: readonly string[] | null): Promise<Page<Row>> {
  if (query.page * query.perPage > MAX_ROWS_DEEP) throw new Refusal('list/too-deep', { fields: [{ path: 'page', code: 'list/too-deep' }] });
  const parameters = new Parameters();
  const where = conditions(source, query, scope, parameters);
  const offset = (query.page - 1) * query.perPage;
  // A page that is not full shows where the list ends: PostgreSQL counts only when it comes to the last row of a full one.
  const data = await tx.query<(Row & { pageTotal?: number | null })[]>(parameters.bind(
    `SELECT page.*, CASE WHEN row_number() OVER () = ${query.perPage} THEN (${countUpTo(source, query, where)}) END AS "pageTotal"
     FROM (SELECT ${source.select} FROM ${source.from} WHERE ${where} ORDER BY ${order(source, query)} LIMIT ${query.perPage} OFFSET ${offset}) AS page`, source.parameters), parameters.values);
  const counted = data.at(-1)?.pageTotal;
  // Taking away what came last costs nothing; a copy without it would be half of the work of a page.
  for (const row of data) delete row.pageTotal;
  const ends = data.length < query.perPage && (data.length > 0 || offset === 0);
  const total = ends ? offset + data.length : counted ?? await countAlone(tx, source, query, scope);
  return total > COUNT_CAP ? { data, total: COUNT_CAP, totalIsExact: false } : { data, total, totalIsExact: true };
}

function countUpTo(source: ListSource, query: ListQuery, where: string): string {
  const from = query.q === undefined ? source.countFrom ?? source.from : source.from;
  return `SELECT count(*)::int FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ${COUNT_CAP + 1}) AS counted`;
}

/** For a page behind the last one. */
async function countAlone(tx: Asked, source: ListSource, query: ListQuery, scope: readonly string[] | null): Promise<number> {
  const parameters = new Parameters();
  const sql = `SELECT (${countUpTo(source, query, conditions(source, query, scope, parameters))}) AS n`;
  const [row] = await tx.query<{ n: number }[]>(parameters.bind(sql, source.parameters), parameters.values);
  return row?.n ?? 0;
}

function conditions(source: ListSource, query: ListQuery, scope: readonly string[] | null, parameters: Parameters): string {
  const all = source.where ? [`(${source.where})`] : [];
  if (scope !== null && source.within) all.push(`(${source.within(parameters.add(scope, 'uuid[]'))})`);
  for (const [field, values] of Object.entries(query.equals)) {
    const { sql, type, matches } = columnOf(source, field);
    // One value as itself: only an equality can be followed along an index in its order, whatever the value.
    if (!matches && values.length === 1) all.push(`${sql} = ${parameters.add(values[0], type)}`);
    else all.push(listed(parameters.add(values, `${type}[]`), sql, matches));
  }
  for (const [field, { from, to }] of Object.entries(query.ranges)) {
    const { sql, type } = columnOf(source, field);
    if (from !== undefined) all.push(`${sql} >= ${parameters.add(from, type)}`);
    if (to !== undefined) all.push(`${sql} <= ${parameters.add(to, type)}`);
  }
  if (query.q !== undefined && source.search) all.push(searchCondition(source.search, query.q, (pattern) => parameters.add(pattern, 'text')));
  return all.length > 0 ? all.join(' AND ') : 'true';
}

const listed = (given: string, sql: string, matches?: (values: string) => string): string => `(${matches ? matches(given) : `${sql} = ANY(${given})`})`;

/**
 * The condition that a normalised column holds what was asked for, in any spelling: all its words, or the whole of it written
 * without spaces. A question without a single letter or digit finds nothing.
 * @param bind takes a LIKE pattern, answers its placeholder
 */
export function searchCondition(column: string, question: string, bind: (pattern: string) => string): string {
  const holdsOneOf = (forms: string[]) => `(${forms.map((form) => `${column} LIKE ${bind(containing(form))}`).join(' OR ')})`;
  const words = question.split(/\s+/).map(searchForms).filter((forms) => forms.length > 0).slice(0, 12);
  if (words.length === 0) return 'false';
  const everyWord = words.map(holdsOneOf).join(' AND ');
  return words.length === 1 ? everyWord : `(${everyWord} OR ${holdsOneOf(searchForms(question).slice(-1))})`;
}

function order(source: ListSource, query: ListQuery): string {
  const { sql, sort } = columnOf(source, query.sort);
  const direction = query.order === 'desc' ? 'DESC' : 'ASC';
  return `${sort ?? sql} ${direction} NULLS LAST, ${source.id} ${direction}`;
}

function columnOf(source: ListSource, field: string): { sql: string; type: ColumnType; sort?: string; matches?: (values: string) => string } {
  const column = Object.hasOwn(source.columns, field) ? source.columns[field] : undefined;
  if (column === undefined) throw new Error(`the list has no column for ${field}`);
  return typeof column === 'string' ? { sql: column, type: 'text' } : { type: 'text', ...column };
}
