import { dueText } from '@tawama/messages';
import type { DueRule, WorkflowTemplate } from '@tawama/workflow';
import Box from '@mui/material/Box';
import { useWords } from '../ui/words.js';

/** How a due date comes about, in words: «بعد 15 يوما من «اتخاذ المقرر»». The parts of a choice stand below each other. */
export function DueWords({ rule, template }: { rule: DueRule; template: WorkflowTemplate }) {
  const { t, language } = useWords();
  if (rule.rule !== 'latest' && rule.rule !== 'earliest') return <>{dueText(rule, template, language)}</>;
  return <>{t(`templates.rule.${rule.rule}`)}<Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>{rule.of.map((one, index) => <li key={index}><DueWords rule={one} template={template} /></li>)}</Box></>;
}
