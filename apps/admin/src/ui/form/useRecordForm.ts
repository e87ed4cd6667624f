import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify, type RaRecord } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { ApiProblem } from '../../providers/problem.js';
import { useWords } from '../words.js';
import { conflictsOf, same, type Conflict } from './conflicts.js';
import { useLeaveGuard } from './useLeaveGuard.js';

export interface RecordFormOptions<T extends object> {
  resource: string;
  /** what the fields show first, in the shape of the API */
  initial: T;
  /** the record that is changed; absent: a new one is made */
  stored?: RaRecord;
  /** fields that must not be empty, by path: `name`, `email` */
  required?: readonly (keyof T & string)[];
  /** what is sent, where it differs from what is shown */
  toSend?: (values: T) => object;
  onSaved: (record: RaRecord) => void;
  /** the stored record in the shape of the form, from the answer to a stale edit; absent: it is that already */
  asRecord?: (current: RaRecord) => RaRecord;
}

export interface RecordForm<T extends object> {
  values: T;
  set: <K extends keyof T>(field: K, value: T[K]) => void;
  /** what was refused at this path or below it */
  refusalAt: (path: string) => string | undefined;
  /** a refusal that belongs to no field */
  refusal: string | null;
  saving: boolean;
  submit: (event: FormEvent) => void;
  /** set while somebody else's save waits for a decision */
  stale: { conflicts: Conflict[]; settle: (chosen: Record<string, unknown>) => void } | null;
}

/** A form of one record: what is typed, what was refused and where, and the merge when somebody else saved first. */
export function useRecordForm<T extends object>({ resource, initial, stored, required = [], toSend, onSaved, asRecord = (current) => current }: RecordFormOptions<T>): RecordForm<T> {
  const { t } = useWords();
  const provider = useDataProvider();
  const queries = useQueryClient();
  const notify = useNotify();
  const [base, setBase] = useState<RaRecord | undefined>(stored);
  const [values, setValues] = useState(initial);
  const [touched, setTouched] = useState(false);
  const [saving, setSaving] = useState(false);
  const [refusals, setRefusals] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [stale, setStale] = useState<RaRecord | null>(null);
  useLeaveGuard(touched && !saving);

  const save = async (now: T, before: RaRecord | undefined) => {
    const missing = required.filter((field) => isEmpty(now[field]));
    setRefusals(Object.fromEntries(missing.map((field) => [field, t('record.required')])));
    setRefusal(missing.length > 0 ? t('record.checkFields') : null);
    if (missing.length > 0) return;
    setSaving(true);
    try {
      const data = toSend ? toSend(now) : now;
      const { data: record } = before === undefined ? await provider.create(resource, { data }) : await provider.update(resource, { id: before.id, data, previousData: before });
      setTouched(false);
      notify('list.saved', { type: 'success' });
      await queries.invalidateQueries();
      onSaved(record as RaRecord);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      if (isRecord(problem.current)) { setStale(asRecord(problem.current)); return; }
      const fields = problem.problem?.errors ?? [];
      setRefusals(Object.fromEntries(fields.map(({ path, message }) => [path, message])));
      setRefusal(fields.length > 0 ? t('record.checkFields') : problem.message);
    } finally { setSaving(false); }
  };

  return {
    values, saving, refusal,
    set: (field, value) => { setTouched(true); setValues((now) => ({ ...now, [field]: value })); },
    refusalAt: (path) => refusals[path] ?? Object.entries(refusals).find(([at]) => at.startsWith(`${path}.`))?.[1],
    submit: (event) => { event.preventDefault(); event.stopPropagation(); void save(values, base); },
    stale: stale === null ? null : {
      conflicts: conflictsOf(base ?? {}, values, stale),
      settle: (chosen) => {
        // What only the other person changed stays theirs; what only this form changed stays ours.
        const merged = Object.fromEntries(Object.entries(values).map(([field, mine]) => [field, field in chosen ? chosen[field] : same(mine, base?.[field]) && field in stale ? stale[field] as unknown : mine])) as T;
        setValues(merged);
        setBase(stale);
        setStale(null);
        void save(merged, stale);
      },
    },
  };
}

const isRecord = (value: unknown): value is RaRecord => typeof value === 'object' && value !== null && 'id' in value && 'version' in value;
const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every((part) => part === null || part === ''));
