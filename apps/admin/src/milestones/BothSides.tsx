import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import type { Milestone } from '@tawama/contracts';
import { useWords } from '../ui/words.js';

/** What both sides say of a step, as plain sentences; a disagreement stands out, with what to do about it. */
export function BothSides({ milestone: { confirmations: { home, partner }, sides } }: { milestone: Pick<Milestone, 'confirmations' | 'sides'> }) {
  const { t, date } = useWords();
  if (sides === 'none') return <Typography color="text.secondary">{t('milestones.sides.none')}</Typography>;
  if (sides === 'agreed') return <Typography>{t('milestones.sides.agreed', { date: date(home?.on) })}</Typography>;
  const says = (side: 'home' | 'partner', said: typeof home): string => {
    if (said === null) return t(`milestones.sides.${side}Silent`);
    return said.denied ? t(`milestones.sides.${side}Denies`, { reason: said.reason ?? '' }) : t(`milestones.sides.${side}`, { date: date(said.on) });
  };
  const words = <><bdi>{says('home', home)}</bdi><br /><bdi>{says('partner', partner)}</bdi></>;
  if (sides === 'oneSided') return <Typography>{words}</Typography>;
  return (
    <Alert severity="warning">
      <Typography sx={{ fontWeight: 600 }}>{home?.denied !== true && partner?.denied !== true ? t('milestones.sides.otherDays') : null}</Typography>
      <Typography>{words}</Typography>
      <Typography variant="body2">{t('milestones.sides.differ')}</Typography>
    </Alert>
  );
}
