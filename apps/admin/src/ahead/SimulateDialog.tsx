import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import type { SimulationAnswer } from '@tawama/contracts';
import { useDataProvider } from 'ra-core';
import { useState } from 'react';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { LineField } from '../ui/form/fields.js';
import { Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { Simulation } from './Simulation.js';

/** Plays an agreement or a template forward under assumptions that a person sets. @param path below `/api/` */
export default function SimulateDialog({ path, more = {}, onClose }: { path: string; more?: Record<string, unknown>; onClose: () => void }) {
  const { t } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const [years, setYears] = useState('3');
  const [daysLate, setDaysLate] = useState('0');
  const [termYears, setTermYears] = useState('');
  const play = useMutation({ mutationFn: () => provider.send<SimulationAnswer>(path, { ...more, years: Number(years), daysLate: Number(daysLate), termYears: termYears.trim() === '' ? null : Number(termYears) }) });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="simulate-title">
      <form onSubmit={(submitted) => { submitted.preventDefault(); play.mutate(); }} aria-busy={play.isPending} style={{ display: 'contents' }}>
        <DialogTitle id="simulate-title">{t('ahead.simulate.title')}</DialogTitle>
        <DialogContent tabIndex={0} sx={{ display: 'grid', gap: 2, paddingBlockStart: '8px !important', alignContent: 'start' }}>
          <Typography>{t('ahead.simulate.lead')}</Typography>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 2fr' } }}>
            <LineField label={t('ahead.simulate.years')} type="number" ltr required value={years} onChange={setYears} />
            <LineField label={t('ahead.simulate.daysLate')} type="number" ltr required value={daysLate} onChange={setDaysLate} />
            <LineField label={t('ahead.simulate.termYears')} type="number" ltr value={termYears} onChange={setTermYears} />
          </Box>
          {play.error && <Alert severity="error">{play.error.message}</Alert>}
          {play.isPending ? <Waiting rows={6} /> : play.data && <Simulation played={play.data} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('list.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={play.isPending}>{t('ahead.simulate.run')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
