import Button from '@mui/material/Button';
import type { TemplateVersion } from '@tawama/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { simulationOf } from '../ahead/address.js';
import { useMay } from '../providers/session-context.js';
import { Confirm } from '../ui/Confirm.js';
import { useWords } from '../ui/words.js';
import { fileOf, screenOf, useVersionDeeds } from './versions.js';

type Question = 'publish' | 'retire' | 'remove';

/** What may be done with a version, by its state; what cannot be taken back is asked first. */
export function TemplateActions({ template }: { template: TemplateVersion }) {
  const { t } = useWords();
  const mayWrite = useMay('template.write');
  const deeds = useVersionDeeds();
  const notify = useNotify();
  const [asked, setAsked] = useState<Question | null>(null);
  const [busy, setBusy] = useState(false);
  const n = { n: template.version };
  const draft = template.state === 'draft';
  const copy = () => { setBusy(true); void deeds.copy(template).catch((problem: unknown) => notify(problem instanceof Error ? problem.message : 'shell.failedTitle', { type: 'error' })).finally(() => setBusy(false)); };
  return (
    <>
      {mayWrite && draft && <Button variant="contained" component={Link} to={`${screenOf(template)}/edit`}>{t('templates.edit.open')}</Button>}
      {mayWrite && draft && <Button variant="outlined" disabled={template.problems.length > 0} onClick={() => setAsked('publish')}>{t('templates.publish')}</Button>}
      {mayWrite && <Button variant={draft ? 'text' : 'contained'} disabled={busy} onClick={copy}>{t('templates.newDraft')}</Button>}
      <Button component={Link} to={simulationOf({ template: template.key, version: String(template.version) })}>{t('ahead.simulate.title')}</Button>
      <Button href={fileOf(template)} download>{t('templates.export')}</Button>
      {mayWrite && template.state === 'published' && <Button color="error" onClick={() => setAsked('retire')}>{t('templates.retire')}</Button>}
      {mayWrite && draft && <Button color="error" onClick={() => setAsked('remove')}>{t('templates.removeDraft')}</Button>}
      {asked === 'publish' && <Confirm question={t('templates.publishQuestion', n)} hint={t('templates.publishHint')} verb={t('templates.publish')} act={() => deeds.publish(template)} onClose={() => setAsked(null)} />}
      {asked === 'retire' && <Confirm question={t('templates.retireQuestion', n)} hint={t('templates.retireHint')} verb={t('templates.retire')} danger act={() => deeds.retire(template)} onClose={() => setAsked(null)} />}
      {asked === 'remove' && <Confirm question={t('templates.removeDraftQuestion', n)} hint={t('record.removeHint')} verb={t('templates.removeDraft')} danger act={() => deeds.remove(template)} onClose={() => setAsked(null)} />}
    </>
  );
}
