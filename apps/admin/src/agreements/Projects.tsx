import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import type { Project } from '@tawama/contracts';
import { useGetList } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { useProjectColumns } from '../projects/columns.js';
import { useMay } from '../providers/session-context.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Rows } from '../ui/list/Rows.js';
import { Card } from '../ui/Page.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

/** What happens on the ground under an agreement, also what another one leads. */
export default function Projects({ agreementId }: { agreementId: string }) {
  const { t } = useWords();
  const mayWrite = useMay('project.write');
  const columns = useProjectColumns(false).filter(({ key }) => key !== 'agreements' && key !== 'dates');
  const { data, error, isPending, refetch } = useGetList<Project>('projects', { filter: { agreementId }, sort: { field: 'startsOn', order: 'DESC' }, pagination: { page: 1, perPage: 100 } });
  const add = `/projects/create?agreementId=${agreementId}`;
  return (
    <Card id="projects" title={t('projects.title')} flush actions={mayWrite && <Button size="small" component={RouterLink} to={add} startIcon={<AddIcon aria-hidden />}>{t('projects.add')}</Button>}>
      {error ? <Failed error={error} retry={() => void refetch()} /> : isPending ? <Waiting rows={3} />
        : data.length === 0 ? <EmptyState title={t('projects.emptyHere')} hint={t('projects.emptyHint')} {...(mayWrite ? { to: add, action: t('projects.add') } : {})} />
        : <Rows<Project> label={t('projects.title')} rows={data} keyOf={(project) => project.id} columns={columns} />}
    </Card>
  );
}
