import Box from '@mui/material/Box';
import { ListContextProvider, useListController, type RaRecord } from 'ra-core';
import type { ReactNode } from 'react';
import { EmptyState } from '../EmptyState.js';
import { Card } from '../Page.js';
import { Failed, Waiting } from '../Waiting.js';
import { useWords } from '../words.js';
import type { Column, Filter } from './columns.js';
import { FilterBar } from './FilterBar.js';
import { Pager } from './Pager.js';
import { Rows, type Leading } from './Rows.js';

export interface ResourceListProps<T extends RaRecord> {
  resource: string;
  label: string;
  columns: readonly Column<T>[];
  filters?: readonly Filter[];
  /** whether the resource can be searched by `q` */
  search?: boolean;
  sort: { field: string; order: 'ASC' | 'DESC' };
  /** filters that always hold and are not shown */
  always?: Record<string, unknown>;
  savedViews?: boolean;
  /** under which name filters, order and page are remembered; the resource when absent */
  storeKey?: string;
  perPage?: number;
  actions?: (row: T) => ReactNode;
  actionsLabel?: string;
  /** what stands before each row of a page */
  leading?: (rows: readonly T[]) => Leading<T>;
  /** what to show when the list is empty without any filter */
  empty?: ReactNode;
}

const PER_PAGE = 25;

/** A list of a resource: filters, order and page in the address, table or cards, all states. */
export function ResourceList<T extends RaRecord>({ resource, label, columns, filters = [], search = false, sort, always, savedViews = false, storeKey, perPage = PER_PAGE, actions, actionsLabel, leading, empty }: ResourceListProps<T>) {
  const { t } = useWords();
  const list = useListController<T>({ resource, sort, perPage, exporter: false, disableAuthentication: true, ...(storeKey === undefined ? {} : { storeKey }), ...(always === undefined ? {} : { filter: always }) });
  const filtered = Object.keys(list.filterValues as object).length > 0;
  return (
    <ListContextProvider value={list}>
      <Card flush>
        {(filters.length > 0 || search) && <FilterBar filters={filters} search={search} savedViews={savedViews} />}
        <Box aria-busy={list.isFetching}>
          {list.error ? <Failed error={list.error} retry={() => void list.refetch()} />
            : list.isPending ? <Waiting />
            : list.data === undefined || list.data.length === 0 ? (filtered ? <EmptyState title={t('list.nothingFound')} action={t('list.clear')} onAction={() => list.setFilters({})} /> : empty ?? <EmptyState title={t('list.nothing')} />)
            : <Rows label={label} columns={columns} rows={list.data} keyOf={(row) => String(row.id)} sorting={{ field: list.sort.field, order: list.sort.order, setSort: list.setSort }} {...(actions ? { actions } : {})} {...(leading ? { leading: leading(list.data) } : {})} {...(actionsLabel === undefined ? {} : { actionsLabel })} />}
        </Box>
        <Pager />
      </Card>
    </ListContextProvider>
  );
}
