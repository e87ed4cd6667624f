import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import { AXES, PROJECT_STATUSES, type Project } from '@tawama/contracts';
import { Link as RouterLink } from 'react-router-dom';
import { useMay } from '../providers/session-context.js';
import { EmptyState } from '../ui/EmptyState.js';
import type { Filter } from '../ui/list/columns.js';
import { ResourceList } from '../ui/list/ResourceList.js';
import { Page } from '../ui/Page.js';
import { useWords } from '../ui/words.js';
import { useProjectColumns } from './columns.js';

/** Everything that happens on the ground, under whichever agreement. */
export default function ProjectList() {
  const { t, label } = useWords();
  const mayWrite = useMay('project.write');
  const columns = useProjectColumns(true);
  const filters: readonly Filter[] = [
    { source: 'axis', label: t('projects.axis'), options: AXES.map((value) => ({ value, label: label('axis', value) })) },
    { source: 'status', label: t('projects.status'), options: PROJECT_STATUSES.map((value) => ({ value, label: label('projectStatus', value) })) },
  ];
  return (
    <Page title={t('projects.title')} lead={t('projects.lead')} actions={mayWrite && <Button component={RouterLink} to="/projects/create" variant="contained" startIcon={<AddIcon aria-hidden />}>{t('projects.add')}</Button>}>
      <ResourceList<Project> resource="projects" label={t('projects.title')} columns={columns} filters={filters} search savedViews sort={{ field: 'startsOn', order: 'DESC' }}
        empty={<EmptyState title={t('projects.empty')} hint={t('projects.emptyHint')} {...(mayWrite ? { to: '/projects/create', action: t('projects.add') } : {})} />} />
    </Page>
  );
}
