import Box from '@mui/material/Box';
import { PROJECT_STEPS, type ProjectStep } from '@tawama/contracts';
import { projectStepDates, projectStepWord } from '@tawama/domain';
import { DateField } from '../ui/DateField.js';
import { FieldGroup } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';
import type { ProjectValues } from './values.js';

const dayOf = (typed: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : null);

/** When the steps of a new project are due; each says which day the project's own days give it. */
export function StepDays({ values, onChange, refusalAt }: { values: ProjectValues; onChange: (steps: Partial<Record<ProjectStep, string>>) => void; refusalAt: (path: string) => string | undefined }) {
  const { t, text, date } = useWords();
  const given = projectStepDates({ startsOn: dayOf(values.startsOn), endsOn: dayOf(values.endsOn) });
  return (
    <FieldGroup legend={t('projectSteps.legend')} hint={t('projectSteps.hint')}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' } }}>
        {PROJECT_STEPS.map((step) => {
          const [refusal, otherwise] = [refusalAt(`steps.${step}`), given[step]];
          return <DateField key={step} label={text(projectStepWord(step))} value={values.steps?.[step] ?? ''} onChange={(on) => onChange({ ...values.steps, [step]: on })} hint={otherwise === null ? t('projectSteps.noDay') : t('projectSteps.otherwise', { date: date(otherwise) })} {...(refusal === undefined ? {} : { refusal })} />;
        })}
      </Box>
    </FieldGroup>
  );
}
