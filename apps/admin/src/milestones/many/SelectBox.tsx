import Checkbox from '@mui/material/Checkbox';
import type { Milestone } from '@tawama/contracts';
import type { Leading } from '../../ui/list/Rows.js';
import type { Words } from '../../ui/words.js';
import type { Selection } from './selection.js';

/** A box before each milestone of a page, and one for the whole page; each has a name of its own. */
export function selectColumn(rows: readonly Milestone[], selection: Selection, { t, text }: Words): Leading<Milestone> {
  const here = rows.filter(({ id }) => selection.has(id)).length;
  return {
    head: <SelectBox name={t('many.pickPage')} checked={here > 0 && here === rows.length} some={here > 0 && here < rows.length} onChange={(on) => selection.put(rows, on)} />,
    cell: (row) => <SelectBox name={t('many.pick', { name: `${row.number} ${text(row.title)}` })} checked={selection.has(row.id)} onChange={(on) => selection.put([row], on)} />,
  };
}

function SelectBox({ name, checked, some = false, onChange }: { name: string; checked: boolean; some?: boolean; onChange: (on: boolean) => void }) {
  return <Checkbox size="small" checked={checked} indeterminate={some} onChange={(_, on) => onChange(on)} slotProps={{ input: { 'aria-label': name } }} />;
}
