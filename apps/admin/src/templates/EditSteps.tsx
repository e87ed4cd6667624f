import AddIcon from '@mui/icons-material/Add';
import EditIcon from '@mui/icons-material/EditOutlined';
import ExpandLessIcon from '@mui/icons-material/ExpandLess';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { LocalisedText } from '@tawama/contracts';
import { FieldGroup } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';
import { moved, newStep, replaced, without, type DraftStep, type DraftValues } from './draft.js';
import { EditStep } from './EditStep.js';
import { RowTools } from './RowTools.js';

interface EditStepsProps { values: DraftValues; /** what is wrong with the step of that key, as it was saved last */ problemsOf: (key: string) => readonly LocalisedText[]; onChange: (steps: DraftStep[]) => void; refusalAt: (path: string) => string | undefined; open: number | null; setOpen: (place: number | null) => void }

/** The steps in their order, one of them open. */
export function EditSteps({ values, problemsOf, onChange, refusalAt, open, setOpen }: EditStepsProps) {
  const { t, text } = useWords();
  const steps = values.milestones;
  const move = (from: number, to: number) => {
    onChange(moved(steps, from, to));
    if (open === from) setOpen(to); else if (open === to) setOpen(from);
  };
  const remove = (place: number) => {
    onChange(without(steps, place));
    if (open !== null && open >= place) setOpen(open === place ? null : open - 1);
  };
  const add = () => { onChange([...steps, newStep(values)]); setOpen(steps.length); };
  return (
    <Box id="steps" sx={{ scrollMarginBlockStart: 80 }}>
      <FieldGroup legend={t('templates.edit.steps')}>
        <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {steps.map((step, place) => {
            const name = `${step.number} ${text(step.title) || t('templates.edit.untitled')}`;
            const here = open === place;
            const Icon = here ? ExpandLessIcon : EditIcon;
            const problems = problemsOf(step.key);
            const wrong = problems.length > 0 || refusalAt(`milestones.${place}`) !== undefined;
            return (
              <Box component="li" key={place} id={`step-${place}`} sx={{ border: 1, borderColor: wrong ? 'error.main' : here ? 'primary.main' : 'divider', borderRadius: 1, paddingInline: 1.5, paddingBlock: 0.5, scrollMarginBlockStart: 80 }}>
                <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
                  <Button color="inherit" id={`step-${place}-title`} aria-expanded={here} aria-label={t(here ? 'templates.edit.closeStep' : 'templates.edit.openStep', { name })} onClick={() => setOpen(here ? null : place)}
                    endIcon={<Icon aria-hidden fontSize="small" />} sx={{ flex: 1, minInlineSize: 0, justifyContent: 'space-between', textAlign: 'start', fontWeight: here ? 600 : 400, overflowWrap: 'anywhere' }}>
                    <span><bdi dir="ltr">{step.number}</bdi> <bdi>{text(step.title) || t('templates.edit.untitled')}</bdi></span>
                  </Button>
                  <RowTools list="milestones" name={name} place={place} count={steps.length} move={(to) => move(place, to)} remove={() => remove(place)} />
                </Box>
                {here && problems.map((problem, index) => <Alert key={index} severity="warning" sx={{ marginBlockStart: 1 }}>{text(problem)}</Alert>)}
                {here && <EditStep step={step} onChange={(next) => onChange(replaced(steps, place, next))} values={values} path={`milestones.${place}`} refusalAt={refusalAt} />}
              </Box>
            );
          })}
        </Box>
        <Button variant="outlined" startIcon={<AddIcon aria-hidden />} sx={{ justifySelf: 'start' }} onClick={add}>{t('templates.edit.addStep')}</Button>
      </FieldGroup>
    </Box>
  );
}
