import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import Typography from '@mui/material/Typography';
import { isAboveTheCoordinator } from '@tawama/domain';
import { labelsIn, remindersText } from '@tawama/messages';
import type { ReminderRules, ReminderRung } from '@tawama/workflow';
import { ChoiceField, FieldGroup, LineField, SwitchField } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';
import { numberIn, replaced, without } from './draft.js';

const MOST = 60;

interface EditRemindersProps {
  /** undefined: nothing is said here */
  value: ReminderRules | undefined; onChange: (value: ReminderRules | undefined) => void;
  /** what holds where nothing is said: in words, and as what one begins with */
  otherwise: string; origin: readonly ReminderRung[];
  path: string; refusalAt: (path: string) => string | undefined;
}

/** Who is reminded of a step, and when: as elsewhere, by reminders of its own, or nobody. */
export function EditReminders({ value, onChange, otherwise, origin, path, refusalAt }: EditRemindersProps) {
  const { t, language } = useWords();
  const choose = (kind: string) => onChange(kind === 'none' ? 'none' : kind === 'own' ? [...origin] : undefined);
  const rungs = value === undefined || value === 'none' ? null : value;
  return (
    <FieldGroup legend={t('templates.edit.reminders')} hint={t('templates.edit.remindersHint')}>
      <ChoiceField label={t('templates.edit.remindersKind')} value={rungs !== null ? 'own' : value === 'none' ? value : ''} none={otherwise} onChange={choose} options={[{ value: 'own', label: t('templates.edit.remindersOwn') }, { value: 'none', label: t('templates.edit.remindersNone') }]} />
      {rungs !== null && (
        <>
          {rungs.map((rung, place) => (
            <EditRung key={place} n={place + 1} rung={rung} onChange={(next) => onChange(replaced(rungs, place, next))} remove={rungs.length > 1 ? () => onChange(without(rungs, place)) : undefined} path={`${path}.${place}`} refusalAt={refusalAt} />
          ))}
          {rungs.length < MOST && <Button startIcon={<AddIcon aria-hidden />} sx={{ justifySelf: 'start' }} onClick={() => onChange([...rungs, { role: 'owner', at: 0, hold: false, enabled: true }])}>{t('templates.edit.addRung')}</Button>}
        </>
      )}
      <Typography variant="body2" color="text.secondary" aria-live="polite">{remindersText(value ?? [...origin], language)}</Typography>
      {refusalAt(path) !== undefined && <FormHelperText error>{refusalAt(path)}</FormHelperText>}
    </FieldGroup>
  );
}

function EditRung({ n, rung, onChange, remove, path, refusalAt }: { n: number; rung: ReminderRung; onChange: (rung: ReminderRung) => void; remove: (() => void) | undefined; path: string; refusalAt: (path: string) => string | undefined }) {
  const { t, language } = useWords();
  const roles = Object.entries(labelsIn(language).recipientRole).map(([value, label]) => ({ value, label }));
  const known = roles.some(({ value }) => value === rung.role) ? roles : [{ value: rung.role, label: rung.role }, ...roles];
  const dated = rung.at !== 'mondays';
  return (
    <Box sx={{ borderInlineStart: 3, borderColor: 'divider', paddingInlineStart: 1.5 }}>
      <FieldGroup legend={t('templates.edit.rung', { n })}>
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(3, minmax(0, 1fr))' } }}>
          <ChoiceField label={t('templates.edit.role')} value={rung.role} onChange={(role) => onChange({ ...rung, role, hold: rung.hold || isAboveTheCoordinator(role) })} options={known} refusal={refusalAt(`${path}.role`)} />
          <ChoiceField label={t('templates.edit.rungWhen')} value={dated ? 'day' : 'mondays'} onChange={(when) => onChange({ ...rung, at: when === 'mondays' ? when : 0 })} options={[{ value: 'day', label: t('templates.edit.rungDated') }, { value: 'mondays', label: t('templates.edit.rungMondays') }]} />
          {rung.at !== 'mondays' && <DaysField value={rung.at} onChange={(at) => onChange({ ...rung, at })} refusal={refusalAt(`${path}.at`)} />}
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center' }}>
          <SwitchField label={t('templates.edit.hold')} value={rung.hold} onChange={(hold) => onChange({ ...rung, hold })} />
          <SwitchField label={t('templates.edit.enabled')} value={rung.enabled} onChange={(enabled) => onChange({ ...rung, enabled })} />
          {remove && <Button color="error" onClick={remove}>{t('templates.edit.removeRung', { n })}</Button>}
        </Box>
      </FieldGroup>
    </Box>
  );
}

/** Days from the due date. What is no number is sent as such, and refused at its place. */
function DaysField({ value, onChange, refusal }: { value: number; onChange: (days: number) => void; refusal: string | undefined }) {
  const { t } = useWords();
  return <LineField label={t('templates.edit.rungDays')} type="number" required ltr value={Number.isNaN(value) ? '' : String(value)} onChange={(typed) => onChange(numberIn(typed) ?? NaN)} hint={t('templates.edit.rungDaysHint')} refusal={refusal} />;
}
