import Typography from '@mui/material/Typography';
import type { Responsible } from '@tawama/workflow';
import { useWords } from '../ui/words.js';

/** Who must act; an authority is followed by the coordinator and never written to. */
export function WhoActs({ who }: { who: Responsible }) {
  const { t, label } = useWords();
  return (
    <>
      {who.authority !== undefined ? label('waitingOn', who.authority) : who.function !== undefined ? label('personFunction', who.function) : '—'}
      {who.authority !== undefined && <Typography variant="body2" color="text.secondary" component="div">{t('templates.followedBy')}</Typography>}
      {who.counterpart && <Typography variant="body2" color="text.secondary" component="div">{t('templates.counterpart')}</Typography>}
    </>
  );
}
