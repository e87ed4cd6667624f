import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { ConfirmingSide } from '@tawama/contracts';
import { useWords } from '../ui/words.js';

/** Whose word it is that is written down; only those are offered who are asked. */
export function SideField({ value, asked, onChange }: { value: string; asked: readonly ConfirmingSide[]; onChange: (side: string) => void }) {
  const { t, label } = useWords();
  return (
    <ToggleButtonGroup exclusive fullWidth color="primary" value={value} aria-label={t('milestones.command.side')} onChange={(_, side: string | null) => { if (side !== null) onChange(side); }}>
      {asked.map((side) => <ToggleButton key={side} value={side} sx={{ minBlockSize: 44 }}>{label('side', side)}</ToggleButton>)}
    </ToggleButtonGroup>
  );
}
