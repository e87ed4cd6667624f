import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { ApiProblem } from '../providers/problem.js';
import { useWords } from '../ui/words.js';
import { useVersionDeeds } from './versions.js';

/** So many faults of a file are shown; who has corrected them is told the next. */
const MOST_SHOWN = 20;
type Refused = { message: string; places: readonly { path: string; message: string }[] };

/** The definition in a file, with the key it says it has; null where it is none. */
const read = async (file: File): Promise<{ key: string; definition: object } | null> => {
  try {
    const definition: unknown = JSON.parse(await file.text());
    const key: unknown = typeof definition === 'object' && definition !== null ? Object.getOwnPropertyDescriptor(definition, 'key')?.value : null;
    return typeof definition === 'object' && definition !== null && typeof key === 'string' && key !== '' ? { key, definition } : null;
  } catch { return null; }
};

/** Asks for a file and makes a draft of it; what is wrong in it is said with its place. */
export function ImportTemplate({ onClose }: { onClose: () => void }) {
  const { t, colon } = useWords();
  const { importFile } = useVersionDeeds();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const go = async () => {
    if (file === null) return;
    setBusy(true);
    setRefused(null);
    const found = await read(file);
    try {
      if (found === null) setRefused({ message: t('templates.importUnreadable'), places: [] });
      else { await importFile(found.key, found.definition); onClose(); }
    } catch (problem) {
      setRefused({ message: problem instanceof Error ? problem.message : t('shell.failedTitle'), places: (problem instanceof ApiProblem ? problem.problem?.errors ?? [] : []).slice(0, MOST_SHOWN) });
    } finally { setBusy(false); }
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="import-title">
      <DialogTitle id="import-title">{t('templates.importFile')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <span>{t('templates.importHint')}</span>
        <Box component="label" sx={{ display: 'grid', gap: 1 }}>{t('templates.importChoose')}
          <input type="file" accept="application/json,.json" onChange={(event) => { setFile(event.target.files?.[0] ?? null); setRefused(null); }} />
        </Box>
        {refused !== null && (
          <Alert severity="error" role="alert">{refused.message}
            {refused.places.length > 0 && <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>{refused.places.map(({ path, message }, index) => <li key={index}><bdi dir="ltr">{path.replace(/^definition\./, '')}</bdi>{colon}{message}</li>)}</Box>}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('list.cancel')}</Button>
        <Button variant="contained" disabled={busy || file === null} onClick={() => void go()}>{t('templates.importVerb')}</Button>
      </DialogActions>
    </Dialog>
  );
}
