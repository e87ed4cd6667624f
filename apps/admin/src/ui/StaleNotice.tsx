import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { Milestone } from '@tawama/contracts';
import { StatusMark } from './StatusMark.js';
import { useWords } from './words.js';

const numberIn = (record: unknown, key: string): number | null => {
  const value: unknown = typeof record === 'object' && record !== null ? Object.getOwnPropertyDescriptor(record, key)?.value : null;
  return typeof value === 'number' ? value : null;
};
const isMilestone = (record: unknown): record is Milestone => typeof record === 'object' && record !== null && 'status' in record && 'dueOn' in record;

/** Somebody else was faster with a command: what is stored now, and going on from there. */
export function StaleNotice({ group, current, onAccept }: { group: 'milestone' | 'agreement'; current: unknown; onAccept: (version: number) => void }) {
  const { t, date } = useWords();
  const version = numberIn(current, 'version');
  return (
    <Alert severity="warning" action={version !== null && <Button color="inherit" onClick={() => onAccept(version)}>{t('list.stale.again')}</Button>}>
      <strong>{t('list.stale.title')}.</strong> {t('list.stale.commandHint')}
      {group === 'milestone' && isMilestone(current) && <div><StatusMark group="milestoneStatus" value={current.status} /> · {date(current.dueOn)}</div>}
    </Alert>
  );
}
