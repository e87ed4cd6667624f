import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { TemplateVersion } from '@tawama/contracts';
import { Card } from '../ui/Page.js';
import { LinkTo } from '../ui/References.js';
import { useWords } from '../ui/words.js';
import { placeOf, stepAt } from './place.js';
import { screenOf } from './versions.js';

/** What keeps a draft from being published: each with its place, which opens that step where it can be corrected. */
export function Problems({ template, mayEdit }: { template: TemplateVersion; mayEdit: boolean }) {
  const { t, text } = useWords();
  if (template.problems.length === 0) return <Alert severity="success">{t('templates.noProblems')}</Alert>;
  return (
    <Card id="problems" title={t('templates.problems')}>
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5, display: 'grid', gap: 1 }}>
        {template.problems.map((problem, index) => <li key={index}><PlaceLink template={template} path={problem.path} mayEdit={mayEdit} /><div>{text(problem.text)}</div></li>)}
      </Box>
    </Card>
  );
}

function PlaceLink({ template, path, mayEdit }: { template: TemplateVersion; path: string; mayEdit: boolean }) {
  const { t, text } = useWords();
  const { step, part, field } = placeOf(path, template);
  const words = <><bdi>{step === null ? t(part) : `${step.number} ${text(step.title)}`}</bdi>{field !== null && ` · ${t(field)}`}</>;
  const place = stepAt(path);
  if (mayEdit) return <LinkTo strong to={`${screenOf(template)}/edit?at=${path}`}>{words}</LinkTo>;
  return place === null || step === null ? <strong>{words}</strong> : <LinkTo strong to={`${screenOf(template)}#stage-${step.stage}`}>{words}</LinkTo>;
}
