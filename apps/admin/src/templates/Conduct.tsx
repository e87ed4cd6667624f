import BalanceIcon from '@mui/icons-material/BalanceOutlined';
import AutorenewIcon from '@mui/icons-material/Autorenew';
import Typography from '@mui/material/Typography';
import { conditionsText, remindersText, repeatsText, stepsText } from '@tawama/messages';
import type { TemplateMilestone, TemplateStage, WorkflowTemplate } from '@tawama/workflow';
import type { ReactNode } from 'react';
import { Mark } from '../ui/StatusMark.js';
import { useWords } from '../ui/words.js';
import { useNameOf } from './names.js';

const Line = ({ label, children }: { label: string; children: ReactNode }) => <Typography variant="body2" color="text.secondary" component="div" sx={{ fontWeight: 400 }}>{label}{children}</Typography>;

/** How a step comes again, and that its deadline is one of the law. */
export function Repeats({ step: { repeats, legal }, template }: { step: TemplateMilestone; template: WorkflowTemplate }) {
  const { t, language } = useWords();
  return (
    <>
      {repeats !== undefined && <div><Wrapping><Mark icon={AutorenewIcon} tone="info">{repeatsText(repeats, template, language)}</Mark></Wrapping></div>}
      {legal === true && <div><Mark icon={BalanceIcon} tone="neutral">{t('templates.legal')}</Mark></div>}
    </>
  );
}
/** A mark may be as long as a sentence here. */
const Wrapping = ({ children }: { children: ReactNode }) => <Typography component="span" variant="inherit" sx={{ '& > span': { whiteSpace: 'normal' } }}>{children}</Typography>;

/** What a step waits for, where it applies, and its own reminders. */
export function Conduct({ step: { after, when, reminders, confirmations }, template }: { step: TemplateMilestone; template: WorkflowTemplate }) {
  const { t, label, language, colon } = useWords();
  const { nameOf } = useNameOf(when?.some(({ attribute }) => attribute.endsWith('City')) ?? false);
  return (
    <>
      {after !== undefined && <Line label={`${t('templates.after')}${colon}`}>{stepsText(after, template, language)}</Line>}
      {confirmations !== undefined && confirmations !== 'both' && <Line label={`${t('templates.confirmedBy')}${colon}`}>{label('confirmingSides', confirmations)}</Line>}
      {reminders !== undefined && <Line label={`${t('templates.reminders')}${colon}`}>{remindersText(reminders, language)}</Line>}
      {when !== undefined && <Line label={`${t('templates.when')}${colon}`}>{conditionsText(when, language, nameOf)}</Line>}
    </>
  );
}

/** What must be finished before any step of a stage begins. */
export function Gate({ stage: { gate }, template }: { stage: TemplateStage; template: WorkflowTemplate }) {
  const { t, language, colon } = useWords();
  if (gate === undefined) return null;
  return <Typography variant="body2" color="text.secondary" sx={{ paddingInline: { xs: 2, sm: 2.5 }, paddingBlockEnd: 1 }}>{t('templates.gate')}{colon}{stepsText(gate, template, language)}</Typography>;
}
