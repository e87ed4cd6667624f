import Box from '@mui/material/Box';
import HelpOutlineIcon from '@mui/icons-material/HelpOutlined';
import { StatusMark } from '../ui/StatusMark.js';
import { useWords } from '../ui/words.js';

/** What is not sure about a city catches the eye: «للتأكيد» in a chip; what is established stands quietly. */
export function IdentificationMark({ value }: { value: string }) {
  const { t } = useWords();
  if (value !== 'pending') return <StatusMark group="identification" value={value} />;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, border: 1, borderColor: 'warning.main', color: 'warning.main', bgcolor: 'warning.light', borderRadius: 5, paddingInline: 1, fontSize: '0.875rem', whiteSpace: 'nowrap' }}>
      <HelpOutlineIcon aria-hidden sx={{ fontSize: 16 }} />{t('cities.toConfirm')}
    </Box>
  );
}
