import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { Column } from './columns.js';

export interface Sorting { field: string; order: 'ASC' | 'DESC'; setSort: (sort: { field: string; order: 'ASC' | 'DESC' }) => void }
export interface RowsProps<T> { label: string; columns: readonly Column<T>[]; rows: readonly T[]; keyOf: (row: T) => string; sorting?: Sorting; actions?: (row: T) => ReactNode; actionsLabel?: string; /** the whole card on a phone, where label and value below each other would be too long */ card?: (row: T) => ReactNode; /** what stands before each row, and before the heads of the columns */ leading?: Leading<T> }
export interface Leading<T> { head: ReactNode; cell: (row: T) => ReactNode }

/** The rows of a list: a table, and cards below `sm` so that nothing scrolls sideways. */
export function Rows<T>(props: RowsProps<T>) {
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'), { noSsr: true });
  return phone ? <Cards {...props} /> : <WideRows {...props} />;
}

const hiddenBelow = (from: 'md' | 'lg' | undefined) => (from === undefined ? {} : { display: { xs: 'none', [from]: 'table-cell' } });

function WideRows<T>({ label, columns, rows, keyOf, sorting, actions, actionsLabel, leading }: RowsProps<T>) {
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label={label} sx={{ '& td, & th': { paddingInline: 1.5, textAlign: 'start' }, '& tbody tr:last-of-type > *': { borderBlockEnd: 0 }, '& tbody tr:hover': { bgcolor: 'action.hover' } }}>
        <TableHead>
          <TableRow>
            {leading && <TableCell padding="none">{leading.head}</TableCell>}
            {columns.map((column) => (
              <TableCell key={column.key} component="th" scope="col" sx={{ color: 'text.secondary', inlineSize: column.width, ...hiddenBelow(column.from) }} {...(sorting && column.sort === sorting.field ? { 'aria-sort': sorting.order === 'ASC' ? 'ascending' as const : 'descending' as const } : {})}>
                {sorting && column.sort !== undefined ? <SortButton column={column} field={column.sort} sorting={sorting} /> : column.label}
              </TableCell>
            ))}
            {actions && <TableCell component="th" scope="col" sx={{ color: 'text.secondary' }}>{actionsLabel}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={keyOf(row)}>
              {leading && <TableCell padding="none">{leading.cell(row)}</TableCell>}
              {columns.map((column) => <TableCell key={column.key} {...(column.title ? { component: 'th', scope: 'row' } : {})} sx={{ fontWeight: 400, whiteSpace: 'normal', ...hiddenBelow(column.from) }}>{column.cell(row)}</TableCell>)}
              {actions && <TableCell sx={{ whiteSpace: 'nowrap' }}>{actions(row)}</TableCell>}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function SortButton<T>({ column, field, sorting }: { column: Column<T>; field: string; sorting: Sorting }) {
  const here = sorting.field === field;
  return (
    <TableSortLabel active={here} direction={here && sorting.order === 'DESC' ? 'desc' : 'asc'} onClick={() => sorting.setSort({ field, order: here && sorting.order === 'ASC' ? 'DESC' : 'ASC' })}>
      {column.label}
    </TableSortLabel>
  );
}

function Cards<T>({ label, columns, rows, keyOf, actions, card, leading }: RowsProps<T>) {
  const title = columns.find((column) => column.title);
  const others = columns.filter((column) => !column.title && column.onPhone !== false);
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {rows.map((row) => (
        <Box component="li" key={keyOf(row)} sx={{ paddingInline: 2, paddingBlock: 1.75, borderBlockEnd: '1px solid', borderColor: 'divider', '&:last-of-type': { borderBlockEnd: 0 } }}>
          {card?.(row)}
          {!card && <Box sx={{ fontWeight: 600, marginBlockEnd: 0.5, ...(leading && { display: 'flex', alignItems: 'flex-start', '& > .MuiCheckbox-root': { marginBlockStart: '-7px', marginInlineStart: '-9px' } }) }}>{leading?.cell(row)}<div>{title?.cell(row)}</div></Box>}
          {!card && <Box component="dl" sx={{ margin: 0, display: 'grid', gridTemplateColumns: 'fit-content(92px) minmax(0, 1fr)', columnGap: 1.5, rowGap: 0.25, fontSize: '0.875rem' }}>
            {others.map((column) => [
              <Box component="dt" key={`${column.key}-label`} sx={{ color: 'text.secondary' }}>{column.label}</Box>,
              <Box component="dd" key={column.key} sx={{ margin: 0, minInlineSize: 0, overflowWrap: 'anywhere' }}>{column.cell(row)}</Box>,
            ])}
          </Box>}
          {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginBlockStart: 1, '& .MuiButton-text': { marginInline: '-5px' } }}>{actions(row)}</Box>}
        </Box>
      ))}
    </Box>
  );
}
