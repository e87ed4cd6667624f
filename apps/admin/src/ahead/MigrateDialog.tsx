import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { Agreement, MigrateAgreement, MigrateAnswer, MigrationLineShown, TemplateSummary } from '@tawama/contracts';
import { useState } from 'react';
import { useAgreementCommand } from '../agreements/useAgreementCommand.js';
import { useNewerVersions } from '../agreements/useNewerVersions.js';
import { ApiProblem } from '../providers/problem.js';
import { ChoiceField } from '../ui/form/fields.js';
import { StaleNotice } from '../ui/StaleNotice.js';
import { Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { MigrationLine } from './MigrationLine.js';

type Decisions = MigrateAgreement['decisions']['lines'];

/** Moves the agreement to a newer version of its template, after showing step by step what that does and asking what shall be otherwise. */
export default function MigrateDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const { t } = useWords();
  const { newer, isPending } = useNewerVersions(agreement);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="migrate-title">
      <DialogTitle id="migrate-title">{t('ahead.migrate.title')}</DialogTitle>
      {newer[0] !== undefined ? <Migrate agreement={agreement} newer={newer} onClose={onClose} /> : (
        <>
          <DialogContent>{isPending ? <Waiting rows={3} /> : <Typography>{t('ahead.migrate.newest')}</Typography>}</DialogContent>
          <DialogActions><Button onClick={onClose}>{t('list.cancel')}</Button></DialogActions>
        </>
      )}
    </Dialog>
  );
}

function Lines({ of, decisions, decide }: { of: readonly MigrationLineShown[]; decisions: Decisions; decide: (key: string) => (decision: Decisions[string] | undefined) => void }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {of.map((line) => <MigrationLine key={line.key} line={line} decision={decisions[line.key]} onDecide={decide(line.key)} />)}
    </Box>
  );
}

function Migrate({ agreement, newer, onClose }: { agreement: Agreement; newer: readonly TemplateSummary[]; onClose: () => void }) {
  const { t } = useWords();
  const command = useAgreementCommand(agreement, 'migrate', 'ahead.migrate.done', onClose);
  const [toVersion, setToVersion] = useState(newer[0]?.version ?? 0);
  const [otherwise, setOtherwise] = useState<'recompute' | 'keep'>('recompute');
  const [lines, setLines] = useState<Decisions>({});
  const body = { toVersion, decisions: { lines, otherwise } };
  const preview = useQuery({ queryKey: ['migrate', agreement.id, command.version, body], queryFn: () => command.dryRun<MigrateAnswer>(body), retry: false, placeholderData: (before) => before });
  const told = preview.data?.lines ?? [];
  const standing = told.filter((line) => line.change === 'keep' && line.reminders.length === 0 && line.options.length === 0);
  const same = told.filter((line) => !standing.includes(line) && lines[line.key] === undefined && line.reminders.length === 0 && (line.change === 'keep' || line.change === 'recompute'));
  const decide = (key: string) => (decision: Decisions[string] | undefined) => setLines((before) => Object.fromEntries([...Object.entries(before).filter(([one]) => one !== key), ...(decision === undefined ? [] : [[key, decision] as const])]));
  return (
    <form onSubmit={(submitted) => { submitted.preventDefault(); void command.run(body); }} aria-busy={command.busy}>
      <DialogContent tabIndex={0} sx={{ display: 'grid', gap: 2 }}>
        <Typography>{t('ahead.migrate.lead')}</Typography>
        {command.problem !== null && (command.problem.current !== undefined ? <StaleNotice group="agreement" current={command.problem.current} onAccept={command.accept} /> : <Alert severity="error">{command.problem.message}</Alert>)}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 2fr' } }}>
          <ChoiceField label={t('ahead.migrate.to')} value={String(toVersion)} onChange={(version) => { setToVersion(Number(version)); setLines({}); }} options={newer.map(({ version }) => ({ value: String(version), label: String(version) }))} />
          <ChoiceField label={t('ahead.migrate.rest')} value={otherwise} onChange={(rule) => setOtherwise(rule === 'keep' ? 'keep' : 'recompute')} options={[{ value: 'recompute', label: t('ahead.migrate.restRecompute') }, { value: 'keep', label: t('ahead.migrate.restKeep') }]} />
        </Box>
        {preview.error ? (preview.error instanceof ApiProblem && preview.error.current !== undefined ? <StaleNotice group="agreement" current={preview.error.current} onAccept={command.accept} /> : <Alert severity="warning">{preview.error.message}</Alert>) : preview.data === undefined ? <Waiting rows={6} /> : (
          <Box aria-live="polite" aria-busy={preview.isFetching}>
            <Lines of={told.filter((line) => !standing.includes(line) && !same.includes(line))} decisions={lines} decide={decide} />
            {same.length > 0 && (
              <Box component="details" sx={{ paddingBlock: 1 }}>
                <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 600, minBlockSize: 28, alignContent: 'center' }}>{t('ahead.migrate.same', { count: same.length })}</Box>
                <Lines of={same} decisions={lines} decide={decide} />
              </Box>
            )}
            {standing.length > 0 && <Typography variant="body2" color="text.secondary">{t('ahead.migrate.unchanged', { count: standing.length })}</Typography>}
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('list.cancel')}</Button>
        <Button type="submit" variant="contained" disabled={command.busy || preview.isPending || preview.isError || preview.isFetching}>{t('ahead.migrate.save')}</Button>
      </DialogActions>
    </form>
  );
}
