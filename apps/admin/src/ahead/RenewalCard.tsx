import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Agreement } from '@tawama/contracts';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useNewerVersions } from '../agreements/useNewerVersions.js';
import { useMay } from '../providers/session-context.js';
import { useToday } from '../ui/dates.js';
import { Card } from '../ui/Page.js';
import { useWords } from '../ui/words.js';

const LifeDialog = lazy(() => import('../agreements/LifeDialog.js'));
const RecordEventDialog = lazy(() => import('../agreements/RecordEventDialog.js'));
const MigrateDialog = lazy(() => import('./MigrateDialog.js'));
const RenewDialog = lazy(() => import('./RenewDialog.js'));

/** The agreement is in its renewal window: until when, the three answers that there are, and the command of each. */
export default function RenewalCard({ agreement }: { agreement: Agreement }) {
  const { t, date } = useWords();
  const today = useToday();
  const mayCommand = useMay('agreement.command');
  const { newer } = useNewerVersions(agreement);
  const [open, setOpen] = useState<'renew' | 'migrate' | 'record' | 'terminate' | null>(null);
  const close = () => setOpen(null);
  const window = agreement.renewal;
  if (window === null || !window.open) return null;
  const answers: { name: 'renew' | 'amend' | 'end'; commands: ReactNode }[] = [
    { name: 'renew', commands: <Button variant="contained" onClick={() => setOpen('renew')}>{t('ahead.renewal.renew.verb')}</Button> },
    { name: 'amend', commands: <>{newer.length > 0 && <Button variant="outlined" onClick={() => setOpen('migrate')}>{t('agreements.life.migrate')}</Button>}<Button variant="outlined" onClick={() => setOpen('record')}>{t('agreements.recordEvent')}</Button></> },
    { name: 'end', commands: <Button variant="outlined" color="error" onClick={() => setOpen('terminate')}>{t('agreements.life.verb.terminate')}</Button> },
  ];
  return (
    <Card id="renewal" title={t('ahead.renewal.title')}>
      <Typography sx={{ fontWeight: 600 }}>{t(window.closesOn < today ? 'ahead.renewal.over' : 'ahead.renewal.lead', { date: date(window.closesOn) })}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(3, minmax(0, 1fr))' }, marginBlockStart: 1.5 }}>
        {answers.map(({ name, commands }) => (
          <Box component="li" key={name} sx={{ display: 'grid', gap: 1, alignContent: 'space-between' }}>
            <div>
              <Typography variant="h3" component="h3">{t(`ahead.renewal.${name}.verb`)}</Typography>
              <Typography variant="body2" color="text.secondary">{t(`ahead.renewal.${name}.what`)}</Typography>
            </div>
            {mayCommand && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{commands}</Box>}
          </Box>
        ))}
      </Box>
      <Suspense>
        {open === 'renew' && <RenewDialog agreement={agreement} onClose={close} />}
        {open === 'migrate' && <MigrateDialog agreement={agreement} onClose={close} />}
        {open === 'record' && <RecordEventDialog agreement={agreement} onClose={close} />}
        {open === 'terminate' && <LifeDialog agreement={agreement} name="terminate" onClose={close} />}
      </Suspense>
    </Card>
  );
}
