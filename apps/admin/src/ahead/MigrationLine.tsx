import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { MigrateAgreement, MigrationLineShown } from '@tawama/contracts';
import { rungText } from '@tawama/messages';
import { useState } from 'react';
import { ChoiceField, LineField } from '../ui/form/fields.js';
import { Name } from '../ui/Name.js';
import { useWords } from '../ui/words.js';

type Decision = MigrateAgreement['decisions']['lines'][string];
const FIRST_SHIFT = 30;
const NAMES = ['keep', 'recompute', 'add', 'leaveOut', 'remove', 'shift'] as const;
type DecisionName = (typeof NAMES)[number];
const nameOf = (decision: Decision | undefined): DecisionName | '' => (decision === undefined ? '' : typeof decision === 'object' ? 'shift' : decision);
const isName = (value: string): value is DecisionName => NAMES.some((name) => name === value);

/** One step: what becomes of it and of its reminders, and what may be decided instead. */
export function MigrationLine({ line, decision, onDecide }: { line: MigrationLineShown; decision: Decision | undefined; onDecide: (decision: Decision | undefined) => void }) {
  const { t, date, label, language, colon } = useWords();
  const chosen = nameOf(decision);
  // A sign alone is no number yet: nothing is asked before it is one.
  const [typed, setTyped] = useState(String(FIRST_SHIFT));
  const choose = (value: string) => onDecide(!isName(value) ? undefined : value === 'shift' ? { shift: FIRST_SHIFT } : value);
  return (
    <Box component="li" sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 1fr) 220px' }, alignItems: 'start', paddingBlock: 1.5, borderBlockEnd: 1, borderColor: 'divider' }}>
      <div>
        <Typography sx={{ fontWeight: 600 }}><Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>{line.number}</Box> <Name of={line.title} /></Typography>
        <Typography variant="body2" color="text.secondary">
          {t(`ahead.migrate.changes.${line.change}`)}
          {line.from !== null && line.to !== null && line.from !== line.to ? <> · {t('milestones.command.from')} {date(line.from, 'short')} {t('milestones.command.to')} <strong>{date(line.to, 'short')}</strong></> : (line.from ?? line.to) !== null && <> · {date(line.to ?? line.from, 'short')}</>}
        </Typography>
        {line.reminders.length > 0 && (
          <Box component="details" sx={{ fontSize: '0.875rem' }}>
            <Box component="summary" sx={{ cursor: 'pointer', minBlockSize: 24, alignContent: 'center' }}>{t('ahead.migrate.reminders', { smart_count: line.reminders.length })}</Box>
            <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
              {line.reminders.map(({ rung, role, change, from, to }) => (
                <li key={`${rung} ${role} ${change}`}>{rungText(rung, language)} · {label('recipientRole', role)}{colon}{t(`ahead.migrate.reminder.${change}`, { from: date(from, 'short'), to: date(to, 'short') })}</li>
              ))}
            </Box>
          </Box>
        )}
      </div>
      {line.options.length > 0 && (
        <Box sx={{ display: 'grid', gap: 1 }}>
          <ChoiceField label={t('ahead.migrate.decision')} value={chosen} onChange={choose} none={t('ahead.migrate.decisions.none')} options={NAMES.filter((name) => line.options.includes(name)).map((value) => ({ value, label: t(`ahead.migrate.decisions.${value}`) }))} />
          {chosen === 'shift' && <LineField label={t('ahead.migrate.days')} type="number" ltr value={typed} onChange={(text) => { setTyped(text); if (/^-?\d{1,5}$/.test(text)) onDecide({ shift: Number(text) }); }} />}
        </Box>
      )}
    </Box>
  );
}
