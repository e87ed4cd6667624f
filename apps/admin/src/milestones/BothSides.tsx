import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import type { Milestone } from '@tawama/contracts';
import { useWords } from '../ui/words.js';

/** What the sides that are asked say of a step, as plain sentences; a disagreement stands out, with what to do about it. */
export function BothSides({ milestone: { confirmations: { home, partner }, askedSides, sides } }: { milestone: Pick<Milestone, 'askedSides' | 'confirmations' | 'sides'> }) {
  const { t, date } = useWords();
  const says = (side: 'home' | 'partner', said: typeof home): string => {
    if (said === null) return t(`milestones.sides.${side}Silent`);
    return said.denied ? t(`milestones.sides.${side}Denies`, { reason: said.reason ?? '' }) : t(`milestones.sides.${side}`, { date: date(said.on) });
  };
  const [only] = askedSides;
  if (askedSides.length === 1 && only !== undefined) {
    const word = <Typography component="div"><bdi>{says(only, only === 'home' ? home : partner)}</bdi></Typography>;
    return sides === 'differing' ? <Alert severity="warning">{word}</Alert> : word;
  }
  if (sides === 'none') return <Typography color="text.secondary">{t('milestones.sides.none')}</Typography>;
  if (sides === 'agreed') return <Typography>{t('milestones.sides.agreed', { date: date(home?.on) })}</Typography>;
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
