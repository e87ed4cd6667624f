import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { MOST_AT_ONCE } from '@tawama/contracts';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../ui/words.js';
import type { ManyCommand } from './command.js';
import type { Selection } from './selection.js';

const ManyDialog = lazy(() => import('./ManyDialog.js'));
const COMMANDS: readonly ManyCommand[] = ['reschedule', 'assign', 'submit', 'mark-not-applicable'];

/** What can be done with all chosen milestones at once; it stays in sight at the foot of the list. */
export function SelectionBar({ selection }: { selection: Selection }) {
  const { t, label } = useWords();
  const [command, setCommand] = useState<ManyCommand | null>(null);
  const tooMany = selection.chosen.length > MOST_AT_ONCE;
  return (
    <>
      {selection.chosen.length > 0 && (
        <Box component="section" aria-label={t('many.title')} sx={{ position: 'sticky', insetBlockEnd: { xs: 72, md: 16 }, zIndex: 2, bgcolor: 'background.paper', border: 1, borderColor: 'primary.main', borderRadius: 2, boxShadow: 3, paddingInline: 2, paddingBlock: 1.25, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography role="status" sx={{ fontWeight: 600, marginInlineEnd: 1 }}>{t('many.chosen', { smart_count: selection.chosen.length })}</Typography>
          {tooMany ? <Typography>{t('many.tooMany', { most: MOST_AT_ONCE })}</Typography>
            : COMMANDS.map((name) => <Button key={name} size="small" variant="outlined" onClick={() => setCommand(name)}>{label('milestoneCommand', name)}</Button>)}
          <Button size="small" onClick={selection.clear}>{t('many.clear')}</Button>
        </Box>
      )}
      {/* It outlives the last chosen one: what came of it is still to be read. */}
      <Suspense>{command !== null && <ManyDialog command={command} selection={selection} onClose={() => setCommand(null)} />}</Suspense>
    </>
  );
}
