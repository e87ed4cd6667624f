import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Card } from '../Page.js';
import { useWords } from '../words.js';
import { MergeStale } from './MergeStale.js';
import type { RecordForm } from './useRecordForm.js';

export interface RecordFormFrameProps<T extends object> {
  form: RecordForm<T>;
  /** where "cancel" leads */
  back: string;
  /** the kind of record, for the words of its values: `city` */
  subject: string;
  submitText?: string;
  children: ReactNode;
}

/** The frame of every record form: what was refused on top, the fields, save and cancel. */
export function RecordFormFrame<T extends object>({ form, back, subject, submitText, children }: RecordFormFrameProps<T>) {
  const { t } = useWords();
  const top = useRef<HTMLDivElement>(null);
  const told = form.refusal ?? (form.stale ? 'stale' : null);
  useEffect(() => { if (told !== null) top.current?.focus(); }, [told]);
  return (
    <Card>
      <Box component="form" noValidate onSubmit={form.submit} aria-busy={form.saving} sx={{ display: 'grid', gap: 2.5, maxInlineSize: 720 }}>
        <Box ref={top} tabIndex={-1} sx={{ outline: 'none', display: told === null ? 'none' : 'block' }}>
          {form.refusal !== null && <Alert severity="error" role="alert">{form.refusal}</Alert>}
          {form.stale && <MergeStale conflicts={form.stale.conflicts} subject={subject} onSettle={form.stale.settle} />}
        </Box>
        {children}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={form.saving || form.stale !== null}>{form.saving ? t('record.saving') : submitText ?? t('list.save')}</Button>
          <Button component={Link} to={back}>{t('list.cancel')}</Button>
        </Box>
      </Box>
    </Card>
  );
}
