import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { Language } from '@tawama/contracts';
import { applyLanguage, LANGUAGE_NAMES } from '../preferences.js';
import { call } from '../providers/http.js';
import { useWords } from '../ui/words.js';

/** Changing the language loads the page again: direction, styles and texts change together. The account remembers it too. */
export default function LanguageChoices({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) {
  const { language } = useWords();
  const change = async (to: Language) => {
    applyLanguage(to);
    await call('auth/me', { method: 'PATCH', body: { language: to } }).catch(() => undefined);
    location.reload();
  };
  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      {(['ar', 'fr', 'en'] as const).map((code) => <MenuItem key={code} lang={code} selected={code === language} onClick={() => void change(code)}>{LANGUAGE_NAMES[code]}</MenuItem>)}
    </Menu>
  );
}
