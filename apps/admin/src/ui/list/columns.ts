import type { ReactNode } from 'react';

/** One column of a list. On a phone the row is a card: `title` is its heading, the others follow with their label. */
export interface Column<T> {
  key: string;
  label: string;
  cell: (row: T) => ReactNode;
  /** the field of the API to sort by; absent: not sortable */
  sort?: string;
  /** the heading of the card and the header of the row */
  title?: true;
  /** what a card leaves out */
  onPhone?: false;
  /** hidden below this width of the window */
  from?: 'md' | 'lg';
  width?: number | string;
}

/** One filter of the bar above a list; its value stands in the address. */
export interface Filter {
  source: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** a day instead of a choice, and how it stands in the address: a list of instants needs the instant at which the day begins or ends */
  day?: FilterDay;
}
export interface FilterDay { toValue: (on: string) => string; toDay: (value: string) => string }
