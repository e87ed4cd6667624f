import Box from '@mui/material/Box';
import { monthName } from '@tawama/messages';
import type { DueRule, Lead } from '@tawama/workflow';
import { ChoiceField, LineField, SwitchField } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';
import { numberIn, shownNumber } from './draft.js';
import { WorkingSide } from './EditOffset.js';

type BeforeSession = Extract<DueRule, { rule: 'beforeSession' }>;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const LEAD_DAYS = 20;

/** Which session of the council, and how long before it. */
export function EditBeforeSession({ rule, onChange, path, refusalAt }: { rule: BeforeSession; onChange: (rule: BeforeSession) => void; path: string; refusalAt: (path: string) => string | undefined }) {
  const { t, language } = useWords();
  const { lead } = rule;
  const unit = lead === undefined ? '' : 'days' in lead ? 'days' : 'working';
  const count = lead === undefined ? undefined : 'days' in lead ? lead.days : lead.working.days;
  const set = (days: number, kind: string, side = lead !== undefined && 'working' in lead ? lead.working.side : 'home') => {
    const next: Lead | undefined = kind === '' ? undefined : kind === 'days' ? { days } : { working: { days, side } };
    onChange({ ...rule, lead: next });
  };
  return (
    <>
      <SwitchField label={t('templates.edit.orOn')} value={rule.orOn ?? false} onChange={(on) => onChange({ ...rule, orOn: on ? true : undefined })} />
      <ChoiceField label={t('templates.edit.sessionMonth')} value={shownNumber(rule.month)} none={t('templates.edit.anyMonth')} onChange={(month) => onChange({ ...rule, month: numberIn(month) })} options={MONTHS.map((month) => ({ value: String(month), label: monthName(month, language) }))} refusal={refusalAt(`${path}.month`)} />
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <ChoiceField label={t('templates.edit.lead')} value={unit} none={t('templates.edit.noLead')} onChange={(kind) => set(count ?? LEAD_DAYS, kind)} options={[{ value: 'days', label: t('templates.edit.days') }, { value: 'working', label: t('templates.edit.workingDays') }]} />
        {unit !== '' && <LineField label={t('templates.edit.leadDays')} type="number" required ltr value={shownNumber(count)} onChange={(typed) => set(numberIn(typed) ?? 0, unit)} refusal={refusalAt(`${path}.lead`)} />}
      </Box>
      {lead !== undefined && 'working' in lead && <WorkingSide value={lead.working.side} onChange={(side) => set(lead.working.days, 'working', side)} />}
    </>
  );
}
