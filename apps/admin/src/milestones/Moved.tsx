import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { CommandEffect, Milestone } from '@tawama/contracts';
import { useGetMany } from 'ra-core';
import { Name } from '../ui/Name.js';
import { useWords } from '../ui/words.js';

/** What a command moves, as its dry run answers: each step with its old and new date, and the reminders. */
export function Moved({ effect, pending, except }: { effect: Partial<CommandEffect> | undefined; pending: boolean; except?: string }) {
  const { t, date, colon } = useWords();
  const moved = (effect?.moved ?? []).filter((move) => move.milestoneId !== except);
  const { data: steps = [] } = useGetMany<Milestone>('milestones', { ids: moved.map((move) => move.milestoneId) }, { enabled: moved.length > 0 });
  const titleOf = new Map(steps.map((other) => [other.id, other.title]));
  return (
    <Box aria-live="polite" sx={{ bgcolor: 'action.hover', borderRadius: 2, padding: 2 }}>
      <Typography variant="h3">{t('milestones.command.moves')}</Typography>
      {effect === undefined || pending ? <Typography color="text.secondary">{t('milestones.command.checking')}</Typography> : (
        <>
          {moved.length === 0 ? <Typography>{t('milestones.command.movesNothing')}</Typography> : (
            <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
              {moved.map((move) => <li key={move.milestoneId}><Name of={titleOf.get(move.milestoneId)} />{colon}{t('milestones.command.from')} {date(move.from, 'short')} {t('milestones.command.to')} <strong>{date(move.to, 'short')}</strong></li>)}
            </Box>
          )}
          <Typography variant="body2" color="text.secondary">{t('milestones.command.remindersAdded', { count: effect.remindersAdded ?? 0 })} · {t('milestones.command.remindersCancelled', { count: effect.remindersCancelled ?? 0 })}</Typography>
        </>
      )}
    </Box>
  );
}
