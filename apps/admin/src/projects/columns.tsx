import type { Project } from '@tawama/contracts';
import { Demonstration } from '../ui/Demonstration.js';
import type { Column } from '../ui/list/columns.js';
import { Name } from '../ui/Name.js';
import { AgreementLink, LinkTo } from '../ui/References.js';
import { StatusMark } from '../ui/StatusMark.js';
import { useWords } from '../ui/words.js';
import { useFigures } from './figures.js';
import { IndicatorBar } from './IndicatorBar.js';

/** The columns of a list of projects. @param sortable whether the list can be asked for in another order */
export function useProjectColumns(sortable: boolean): readonly Column<Project>[] {
  const { t, label } = useWords();
  const { reached, period } = useFigures();
  const by = (sort: string) => (sortable ? { sort } : {});
  return [
    { key: 'title', label: t('projects.columns.project'), title: true, ...by('title'), width: '26%', cell: (project) => <><LinkTo to={`/projects/${project.id}`} strong><Name of={project.title} /></LinkTo> <Demonstration when={project.demonstration} />{project.place !== null && <div><bdi>{project.place}</bdi></div>}</> },
    { key: 'axis', label: t('projects.columns.axis'), ...by('axis'), cell: (project) => label('axis', project.axis) },
    { key: 'status', label: t('projects.columns.status'), ...by('status'), cell: (project) => <StatusMark group="projectStatus" value={project.status} /> },
    { key: 'dates', label: t('projects.columns.dates'), ...by('startsOn'), from: 'md', cell: (project) => period(project) },
    { key: 'beneficiaries', label: t('projects.columns.beneficiaries'), cell: (project) => reached(project.beneficiaries) },
    { key: 'indicator', label: t('projects.columns.indicator'), from: 'lg', width: '20%', cell: (project) => (project.indicator === null ? '—' : <IndicatorBar indicator={project.indicator} />) },
    { key: 'agreements', label: t('projects.columns.agreements'), from: 'lg', cell: (project) => project.agreementIds.map((id) => <div key={id}><AgreementLink id={id} /></div>) },
  ];
}
