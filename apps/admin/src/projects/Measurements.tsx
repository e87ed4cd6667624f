import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Measurement, Page, Project } from '@tawama/contracts';
import { useDataProvider, useNotify } from 'ra-core';
import { useState } from 'react';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useMay } from '../providers/session-context.js';
import { Demonstration } from '../ui/Demonstration.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Rows } from '../ui/list/Rows.js';
import { Card } from '../ui/Page.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { useFigures } from './figures.js';
import { MeasureDialog } from './MeasureDialog.js';

/** What the indicator was found to be, newest first. */
export function Measurements({ project, unit }: { project: Project; unit: string | null }) {
  const { t, date } = useWords();
  const { withUnit } = useFigures();
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const notify = useNotify();
  const mayWrite = useMay('project.write');
  const [measuring, setMeasuring] = useState(false);
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['measurements', project.id], queryFn: () => provider.read<Page<Measurement>>(`projects/${project.id}/measurements`, { perPage: 100 }) });
  const remove = async (measurement: Measurement) => {
    await provider.delete(`projects/${project.id}/measurements`, { id: measurement.id }).catch((problem: Error) => notify(problem.message, { type: 'error' }));
    await queries.invalidateQueries();
  };
  const add = mayWrite ? { action: t('projects.measure'), onAction: () => setMeasuring(true) } : {};
  return (
    <Card id="measurements" title={t('projects.measurements')} flush actions={mayWrite && <Button size="small" onClick={() => setMeasuring(true)}>{t('projects.measure')}</Button>}>
      {error ? <Failed error={error} retry={() => void refetch()} /> : isPending ? <Waiting rows={2} /> : data.data.length === 0 ? <EmptyState title={t('projects.noMeasurements')} {...add} />
        : <Rows<Measurement> label={t('projects.measurements')} rows={data.data} keyOf={(one) => one.id} columns={[
          { key: 'on', label: t('projects.measuredOn'), title: true, cell: (one) => <>{date(one.on)} <Demonstration when={one.demonstration} /></> },
          { key: 'value', label: t('projects.value'), cell: (one) => <strong><bdi>{withUnit(one.value, unit)}</bdi></strong> },
          { key: 'note', label: t('projects.note'), cell: (one) => <bdi>{one.note ?? '—'}</bdi> },
        ]} {...(mayWrite ? { actionsLabel: t('today.columns.actions'), actions: (one: Measurement) => <IconButton size="small" aria-label={t('projects.removeMeasurement', { date: date(one.on) })} onClick={() => void remove(one)}><DeleteIcon fontSize="small" aria-hidden /></IconButton> } : {})} />}
      {measuring && <MeasureDialog projectId={project.id} unit={unit} onClose={() => setMeasuring(false)} />}
    </Card>
  );
}
