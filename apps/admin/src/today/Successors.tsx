import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { MyDay } from '@tawama/contracts';
import { Link as RouterLink } from 'react-router-dom';
import { useWords } from '../ui/words.js';

/** Whose mandate ends soon: a successor is to be named before the steps lose their person. Nothing where nobody is to be succeeded. */
export function Successors({ of: { data, total } }: { of: MyDay['handovers'] }) {
  const { t, date, label, colon } = useWords();
  if (total === 0) return null;
  return (
    <Box component="section" aria-labelledby="band-handovers" sx={{ paddingInline: { xs: 2, sm: 2.5 }, paddingBlock: 1.5, borderBlockEnd: '1px solid', borderColor: 'divider' }}>
      <Typography variant="h3" id="band-handovers">{t('today.handovers')}{colon}{total}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {data.map((task) => (
          <Box component="li" key={task.id} sx={{ paddingBlock: 0.5 }}>
            <Link component={RouterLink} to={`/people/${task.personId}`} color="inherit" sx={{ display: 'inline-block', minBlockSize: 24 }}><bdi>{task.personName}</bdi></Link>
            <Typography variant="body2" color="text.secondary">{label('personFunction', task.function)} · {t('today.handoverOf', { date: date(task.mandateEndsOn, 'short') })}</Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
