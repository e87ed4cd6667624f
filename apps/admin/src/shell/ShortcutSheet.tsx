import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useWords, type TextKey } from '../ui/words.js';

const ROWS: readonly [string, TextKey][] = [
  ['Ctrl K', 'shell.shortcutList.search'], ['?', 'shell.shortcutList.help'], ['G T', 'shell.shortcutList.today'], ['G A', 'shell.shortcutList.agreements'],
  ['G C', 'shell.shortcutList.cities'], ['G K', 'shell.shortcutList.calendar'], ['Esc', 'shell.shortcutList.close'],
];

export default function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog open onClose={onClose} maxWidth="xs" aria-labelledby="shortcuts-title">
      <DialogTitle id="shortcuts-title">{t('shell.shortcuts')}</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: 1.5, margin: 0, alignItems: 'center' }}>
          {ROWS.map(([keys, text]) => [
            <Box component="dt" key={keys} dir="ltr" sx={{ display: 'flex', gap: 0.5 }}>{keys.split(' ').map((key) => <Box component="kbd" key={key} sx={{ font: 'inherit', fontSize: '0.8125rem', border: 1, borderColor: 'text.disabled', borderRadius: 1, paddingInline: 1, minInlineSize: 28, textAlign: 'center' }}>{key}</Box>)}</Box>,
            <Box component="dd" key={text} sx={{ margin: 0 }}>{t(text)}</Box>,
          ])}
        </Box>
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{t('shell.close')}</Button></DialogActions>
    </Dialog>
  );
}
