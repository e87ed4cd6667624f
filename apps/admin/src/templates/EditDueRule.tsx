import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { DueRule } from '@tawama/workflow';
import { DateField } from '../ui/DateField.js';
import { ChoiceField, FieldGroup, LineField } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';
import { AnchorField } from './AnchorField.js';
import { numberIn, replaced, ruleOfKind, RULES, shownNumber, without, type DraftValues, type RuleKind } from './draft.js';
import { EditBeforeSession } from './EditBeforeSession.js';
import { EditOffset } from './EditOffset.js';

interface EditRuleProps { rule: DueRule; onChange: (rule: DueRule) => void; values: DraftValues; path: string; refusalAt: (path: string) => string | undefined }
const MOST_PARTS = 20;

/** How a due date comes about. */
export function EditDueRule({ rule, onChange, values, path, refusalAt }: EditRuleProps) {
  const { t } = useWords();
  const several = rule.rule === 'latest' || rule.rule === 'earliest';
  return (
    <>
      <ChoiceField label={t('templates.edit.dueRule')} value={rule.rule} onChange={(kind) => onChange(ruleOfKind(kind as RuleKind, rule, values))} options={RULES.map((value) => ({ value, label: t(`templates.edit.rules.${value}`) }))} refusal={several ? refusalAt(path) : undefined} />
      {rule.rule === 'fixed' && <DateField label={t('templates.edit.on')} value={rule.on} required onChange={(on) => onChange({ ...rule, on })} {...refusalOf(refusalAt(path))} />}
      {'from' in rule && <AnchorField label={t('templates.edit.from')} value={rule.from} onChange={(from) => onChange({ ...rule, from })} values={values} refusal={refusalAt(`${path}.from`)} />}
      {rule.rule === 'fraction' && <EditFraction rule={rule} onChange={onChange} values={values} path={path} refusalAt={refusalAt} />}
      {rule.rule === 'endOf' && <ChoiceField label={t('templates.edit.period')} value={rule.period} onChange={(period) => onChange({ ...rule, period: period as typeof rule.period })} options={(['quarter', 'year'] as const).map((value) => ({ value, label: t(`templates.edit.periods.${value}`) }))} />}
      {rule.rule === 'beforeSession' && <EditBeforeSession rule={rule} onChange={onChange} path={path} refusalAt={refusalAt} />}
      {(rule.rule === 'offset' || rule.rule === 'endOf' || rule.rule === 'fraction') && <EditOffset value={rule} onChange={(change) => onChange({ ...rule, ...change })} path={path} refusalAt={refusalAt} />}
      {several && (
        <>
          {rule.of.map((part, place) => (
            <Box key={place} sx={{ borderInlineStart: 3, borderColor: 'divider', paddingInlineStart: 1.5 }}>
              <FieldGroup legend={t('templates.edit.part', { n: place + 1 })}>
                <EditDueRule rule={part} onChange={(next) => onChange({ ...rule, of: replaced(rule.of, place, next) })} values={values} path={`${path}.of.${place}`} refusalAt={refusalAt} />
                {rule.of.length > 1 && <Button color="error" sx={{ justifySelf: 'start' }} onClick={() => onChange({ ...rule, of: without(rule.of, place) })}>{t('templates.edit.removePart', { n: place + 1 })}</Button>}
              </FieldGroup>
            </Box>
          ))}
          {rule.of.length < MOST_PARTS && <Button startIcon={<AddIcon aria-hidden />} sx={{ justifySelf: 'start' }} onClick={() => onChange({ ...rule, of: [...rule.of, ruleOfKind('offset', rule, values)] })}>{t('templates.edit.addPart')}</Button>}
        </>
      )}
    </>
  );
}

const refusalOf = (refusal: string | undefined) => (refusal === undefined ? {} : { refusal });

type Fraction = Extract<DueRule, { rule: 'fraction' }>;
function EditFraction({ rule, onChange, values, path, refusalAt }: Omit<EditRuleProps, 'rule' | 'onChange'> & { rule: Fraction; onChange: (rule: Fraction) => void }) {
  const { t } = useWords();
  return (
    <>
      <AnchorField label={t('templates.edit.to')} value={rule.to} onChange={(to) => onChange({ ...rule, to })} values={values} refusal={refusalAt(`${path}.to`)} />
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' }}>
        <LineField label={t('templates.edit.numerator')} type="number" required ltr value={shownNumber(rule.numerator)} onChange={(typed) => onChange({ ...rule, numerator: numberIn(typed) ?? 0 })} refusal={refusalAt(`${path}.numerator`)} />
        <LineField label={t('templates.edit.denominator')} type="number" required ltr value={shownNumber(rule.denominator)} onChange={(typed) => onChange({ ...rule, denominator: numberIn(typed) ?? 0 })} refusal={refusalAt(`${path}.denominator`)} />
      </Box>
    </>
  );
}
