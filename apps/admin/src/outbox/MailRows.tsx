import type { Delivery } from '@tawama/contracts';
import { Rows } from '../ui/list/Rows.js';
import { useMailColumns } from './columns.js';

/** Some mails, on the page of somebody or something else. */
export function MailRows({ rows, label, withoutRecipient = false }: { rows: readonly Delivery[]; label: string; withoutRecipient?: boolean }) {
  const columns = useMailColumns({ withoutRecipient });
  return <Rows label={label} rows={rows} keyOf={(mail) => mail.id} columns={columns} />;
}
