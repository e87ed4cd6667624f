import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { EVIDENCE_LEVELS, KNOWN_STAGES, type Agreement, type Milestone, type TemplateSummary } from '@tawama/contracts';
import { useGetList } from 'ra-core';
import { ReferenceField } from '../ui/ReferenceField.js';
import { Link as RouterLink } from 'react-router-dom';
import { useMay, useSession } from '../providers/session-context.js';
import type { Column, Filter } from '../ui/list/columns.js';
import { ResourceList } from '../ui/list/ResourceList.js';
import { Demonstration } from '../ui/Demonstration.js';
import { Name } from '../ui/Name.js';
import { Page } from '../ui/Page.js';
import { StatusMark } from '../ui/StatusMark.js';
import { useWords } from '../ui/words.js';
import { useMilestoneLink } from './links.js';
import { StepActions } from './StepActions.js';
import { SelectionBar } from './many/SelectionBar.js';
import { useSelection } from './many/selection.js';
import { selectColumn } from './many/SelectBox.js';

const STATUSES = ['planned', 'open', 'submitted', 'done', 'blocked', 'notApplicable', 'cancelled'] as const;
const UNFINISHED = 'planned,open,submitted,blocked';
const AUTHORITIES = ['governor', 'president', 'council', 'mayors', 'partnerCouncil', 'partnerCity', 'both'] as const;

/** Every milestone of every agreement. */
export default function MilestoneList() {
  const { me } = useSession();
  const linkTo = useMilestoneLink();
  const words = useWords();
  const { t, label, date, delay } = words;
  const mayCommand = useMay('milestone.command');
  const selection = useSelection();
  const columns: readonly Column<Milestone>[] = [
    { key: 'title', label: t('milestones.columns.step'), title: true, sort: 'number', width: '32%', cell: (row) => <><Link component={RouterLink} to={linkTo(row.id)} color="inherit" sx={{ fontWeight: 600 }}>{row.number} <Name of={row.title} /></Link> <Demonstration when={row.demonstration} /></> },
    { key: 'agreement', label: t('milestones.columns.agreement'), width: '22%', cell: (row) => <ReferenceField<Agreement> resource="agreements" id={row.agreementId} render={(agreement) => <Link component={RouterLink} to={`/agreements/${agreement.id}`} color="inherit"><Name of={agreement.title} /></Link>} /> },
    { key: 'due', label: t('milestones.columns.due'), sort: 'dueOn', cell: (row) => <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{date(row.dueOn, 'short')}</Box> },
    { key: 'status', label: t('milestones.columns.status'), sort: 'status', cell: (row) => (row.daysLate > 0 ? <StatusMark group="health" value="late" word={delay(-row.daysLate)} /> : <StatusMark group="milestoneStatus" value={row.status} />) },
    { key: 'proof', label: t('milestones.columns.proof'), from: 'lg', width: '13%', cell: (row) => <Box component="span" sx={{ '& > span': { whiteSpace: 'normal' } }}><StatusMark group={row.sides === 'differing' ? 'sidesState' : 'evidenceLevel'} value={row.sides === 'differing' ? row.sides : row.evidenceLevel} /></Box> },
    { key: 'waitingOn', label: t('milestones.columns.waitingOn'), from: 'lg', cell: (row) => (row.waitingOn === null ? t('today.nobody') : label('waitingOn', row.waitingOn)) },
  ];
  const stages = useStages();
  const filters: readonly Filter[] = [
    { source: 'late', label: t('milestones.filters.late'), options: [{ value: 'true', label: t('milestones.filters.onlyLate') }] },
    { source: 'status', label: t('milestones.filters.status'), options: [{ value: UNFINISHED, label: t('milestones.filters.unfinished') }, ...STATUSES.map((value) => ({ value, label: label('milestoneStatus', value) }))] },
    { source: 'stage', label: t('milestones.filters.stage'), options: stages },
    { source: 'evidenceLevel', label: t('milestones.columns.proof'), options: EVIDENCE_LEVELS.map((value) => ({ value, label: label('evidenceLevel', value) })) },
    { source: 'waitingOn', label: t('milestones.columns.waitingOn'), options: AUTHORITIES.map((value) => ({ value, label: label('waitingOn', value) })) },
    ...(me.personId === null ? [] : [{ source: 'ownerId', label: t('milestones.filters.owner'), options: [{ value: me.personId, label: t('milestones.filters.mine') }] }]),
  ];
  return (
    <Page title={t('milestones.title')}>
      <ResourceList<Milestone> resource="milestones" label={t('milestones.title')} columns={columns} filters={filters} search savedViews sort={{ field: 'dueOn', order: 'ASC' }}
        actionsLabel={t('today.columns.actions')} actions={(row) => <StepActions milestoneId={row.id} agreementId={row.agreementId} status={row.status} />}
        {...(mayCommand ? { leading: (rows: readonly Milestone[]) => selectColumn(rows, selection, words) } : {})} />
      {mayCommand && <SelectionBar selection={selection} />}
    </Page>
  );
}

const VERSIONS = { page: 1, perPage: 200 };

/** The stages that the program knows, and every other that some template has, under the name that its newest version gives it. */
function useStages(): { value: string; label: string }[] {
  const { text, label } = useWords();
  const { data = [] } = useGetList<TemplateSummary>('templates', { filter: { state: 'published,retired' }, pagination: VERSIONS, sort: { field: 'version', order: 'DESC' } });
  const stages = new Map<string, string>(KNOWN_STAGES.map((stage) => [stage, label('stage', stage)]));
  for (const { key, title } of data.flatMap((template) => template.stages)) if (!stages.has(key)) stages.set(key, text(title));
  return [...stages].map(([value, name]) => ({ value, label: name }));
}
