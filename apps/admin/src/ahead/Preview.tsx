import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type KnownPlan, type Preview as Foreseen, type Shift, stepOf, wordsOf } from '@tawama/domain';
import { Name } from '../ui/Name.js';
import { StaleNotice } from '../ui/StaleNotice.js';
import { useWords } from '../ui/words.js';
import { PreviewReminders } from './PreviewReminders.js';
import { RefusalWords } from './RefusalWords.js';
import { useShiftWords } from './shift-words.js';
import type { Ahead } from './usePreview.js';

export interface PreviewProps {
  ahead: Ahead;
  /** the version that the dialog will send */
  version: number;
  /** goes on from the version that is stored now */
  onAccept: (version: number) => void;
}

/** What a change moves, and whom it writes to or spares, before anything is saved; with every key stroke, as no server is asked. */
export function Preview({ ahead: { known, intended, result, error }, version, onAccept }: PreviewProps) {
  const { t } = useWords();
  if (error) return <Alert severity="warning">{error.message}</Alert>;
  if (intended === null || (known && result === null)) return null;
  const stored = known && storedOf(known, stepOf(intended));
  if (stored && stored.version !== version) return <StaleNotice group={intended.of === 'agreement' ? 'agreement' : 'milestone'} current={stored} onAccept={onAccept} />;
  return (
    <Box aria-live="polite" sx={{ bgcolor: 'action.hover', borderRadius: 2, padding: 2, display: 'grid', gap: 1, minInlineSize: 0 }}>
      <Typography variant="h3">{t('milestones.command.moves')}</Typography>
      {!known || result === null ? <Typography color="text.secondary">{t('milestones.command.checking')}</Typography>
        : result.ok ? <Effect known={known} foreseen={result.value} target={stepOf(intended)} />
          : <RefusalWords known={known} intended={intended} />}
    </Box>
  );
}

const storedOf = ({ plan, agreementVersion, milestoneVersions }: KnownPlan, milestoneId: string | null) =>
  (milestoneId === null ? { version: agreementVersion } : { ...plan.milestones.find(({ id }) => id === milestoneId), version: milestoneVersions.get(milestoneId) ?? 0 });

function Effect({ known, foreseen, target }: { known: KnownPlan; foreseen: Foreseen; target: string | null }) {
  const { t, colon } = useWords();
  const { shifts, change: { opened }, stepsAdded } = foreseen;
  const moreOpened = opened.filter((id) => id !== target);
  return (
    <>
      {shifts.length > 0 && <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>{shifts.map((shift) => <ShiftLine key={shift.milestoneId} known={known} shift={shift} />)}</Box>}
      {shifts.every(({ milestoneId }) => milestoneId === target) && <Typography>{t('milestones.command.movesNothing')}</Typography>}
      {moreOpened.length > 0 && <Typography variant="body2">{t('ahead.preview.opens')}{colon}{moreOpened.map((id, place) => <span key={id}>{place > 0 && ' · '}<Step of={wordsOf(known, id)} /></span>)}</Typography>}
      {stepsAdded > 0 && <Typography variant="body2">{t('ahead.preview.appears', { count: stepsAdded })}</Typography>}
      <PreviewReminders known={known} foreseen={foreseen} target={target} />
    </>
  );
}

/** Its number tells one time of a step that comes again from another. */
const Step = ({ of: { number, title } }: { of: ReturnType<typeof wordsOf> }) => <><Box component="bdi" sx={{ color: 'text.secondary' }}>{number}</Box> <Name of={title} /></>;

/** From one date to another, by how much, and how far it then lies from where it first lay. */
function ShiftLine({ known, shift: { milestoneId, from, to, days, original, pinned } }: { known: KnownPlan; shift: Shift }) {
  const { t, date, colon } = useWords();
  const shiftWords = useShiftWords();
  const words = wordsOf(known, milestoneId);
  const [moved, inAll] = [shiftWords(days), shiftWords(original?.days ?? null)];
  const remarks = [moved, original !== null && original.on !== from && inAll !== '' ? t('ahead.preview.original', { date: date(original.on, 'short'), shift: inAll }) : '', pinned ? t('ahead.preview.pinned') : ''].filter((one) => one !== '');
  return (
    <li>
      <Step of={words} />{colon}{t('milestones.command.from')} {date(from, 'short')} {t('milestones.command.to')} <strong>{date(to, 'short')}</strong>
      {remarks.length > 0 && <Typography component="span" variant="body2" color="text.secondary"> ({remarks.join(' · ')})</Typography>}
    </li>
  );
}
