import { DEFAULT_TEMPLATES } from '@tawama/domain';
import { checkTemplate, type WorkflowTemplate } from '@tawama/workflow';

const DAYS_BETWEEN = 45;

/** The club's path of a twinning, with yearly steps after it until there are as many as asked for. */
export function longTemplate(milestones: number): WorkflowTemplate {
  const base = DEFAULT_TEMPLATES.find(({ key }) => key === 'twinning');
  if (!base) throw new Error('the path of a twinning is gone');
  const more = Array.from({ length: Math.max(0, milestones - base.milestones.length) }, (_, n): WorkflowTemplate['milestones'][number] => ({
    key: `follow-up-${n + 1}`, number: `${8 + Math.floor(n / 90)}.${(n % 90) + 1}`, stage: 'launch',
    title: { ar: `تتبع التنفيذ ${n + 1}`, fr: `Suivi de la mise en œuvre ${n + 1}`, en: `Implementation follow-up ${n + 1}` },
    responsible: { function: 'coordinator', counterpart: n % 2 === 0 }, due: { rule: 'offset', from: { event: 'inForce' }, days: (n + 1) * DAYS_BETWEEN },
    evidence: { ar: 'محضر', fr: 'Compte rendu', en: 'Minutes' }, produces: [], certainty: 'confirmed', note: null,
  }));
  // Far from the numbers that the program brings along.
  const template = { ...base, version: base.version + 100, milestones: [...base.milestones, ...more].slice(0, milestones) };
  const problems = checkTemplate(template);
  if (problems.length > 0) throw new Error(`the long template is wrong: ${JSON.stringify(problems[0])}`);
  return template;
}
