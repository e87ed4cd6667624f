import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { conditionsText, labelsIn } from '@tawama/messages';
import type { Condition } from '@tawama/workflow';
import { countryOptions } from '../ui/countries.js';
import { ChoiceField, FieldGroup } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';
import { ChosenList } from './ChosenList.js';
import { replaced, without } from './draft.js';
import { useNameOf } from './names.js';

const MOST_CONDITIONS = 10;
const MOST_VALUES = 50;
const valuesOf = (condition: Condition): string[] => ('is' in condition ? condition.is : condition.isNot);
const made = (attribute: string, is: boolean, values: string[]): Condition => (is ? { attribute, is: values } : { attribute, isNot: values });

/** Where a step applies: conditions that must all hold. */
export function EditConditions({ value, onChange, path, refusalAt }: { value: readonly Condition[]; onChange: (value: Condition[]) => void; path: string; refusalAt: (path: string) => string | undefined }) {
  const { t, language } = useWords();
  const { nameOf, cities } = useNameOf(value.some(({ attribute }) => attribute.endsWith('City')));
  const words = labelsIn(language);
  const attributes = Object.entries(words.agreementAttribute).map(([key, label]) => ({ value: key, label }));
  const choices = (attribute: string) => {
    if (attribute === 'partnerCountry') return countryOptions(language);
    if (attribute === 'partners') return Object.entries(words.partnerCount).map(([key, label]) => ({ value: key, label }));
    return cities.filter(({ role }) => (attribute === 'homeCity') === (role === 'home')).map(({ key, label }) => ({ value: key, label }));
  };
  return (
    <FieldGroup legend={t('templates.edit.when')} hint={t('templates.edit.whenHint')}>
      {value.map((condition, place) => {
        const { attribute } = condition;
        const is = 'is' in condition;
        const set = (next: Condition) => onChange(replaced(value, place, next));
        const known = attributes.some((one) => one.value === attribute) ? attributes : [{ value: attribute, label: attribute }, ...attributes];
        return (
          <Box key={place} sx={{ borderInlineStart: 3, borderColor: 'divider', paddingInlineStart: 1.5 }}>
            <FieldGroup legend={t('templates.edit.condition', { n: place + 1 })}>
              <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr' } }}>
                <ChoiceField label={t('templates.edit.attribute')} value={attribute} onChange={(next) => set(made(next, is, []))} options={known} refusal={refusalAt(`${path}.${place}.attribute`)} />
                <ChoiceField label={t('templates.edit.relation')} value={is ? 'is' : 'isNot'} onChange={(next) => set(made(attribute, next === 'is', valuesOf(condition)))} options={[{ value: 'is', label: t('templates.edit.is') }, { value: 'isNot', label: t('templates.edit.isNot') }]} />
              </Box>
              <ChosenList label={t('templates.edit.values')} value={valuesOf(condition)} onChange={(values) => set(made(attribute, is, values))} options={choices(attribute)} most={MOST_VALUES} refusal={refusalAt(`${path}.${place}.is`) ?? refusalAt(`${path}.${place}.isNot`) ?? refusalAt(`${path}.${place}`)} />
              <Button color="error" sx={{ justifySelf: 'start' }} onClick={() => onChange(without(value, place))}>{t('templates.edit.removeCondition', { n: place + 1 })}</Button>
            </FieldGroup>
          </Box>
        );
      })}
      {value.length < MOST_CONDITIONS && <Button startIcon={<AddIcon aria-hidden />} sx={{ justifySelf: 'start' }} onClick={() => onChange([...value, made('partnerCountry', true, [])])}>{t('templates.edit.addCondition')}</Button>}
      {value.some((condition) => valuesOf(condition).length > 0) && <Typography variant="body2" color="text.secondary" aria-live="polite">{conditionsText(value.filter((condition) => valuesOf(condition).length > 0), language, nameOf)}</Typography>}
    </FieldGroup>
  );
}
