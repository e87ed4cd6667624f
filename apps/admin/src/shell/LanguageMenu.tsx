import TranslateIcon from '@mui/icons-material/Translate';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import type { Language } from '@tawama/contracts';
import { useState } from 'react';
import { applyLanguage, LANGUAGE_NAMES } from '../preferences.js';
import { call } from '../providers/http.js';
import { useWords } from '../ui/words.js';

/** Changing the language loads the page again: direction, styles and texts change together. The account remembers it too. */
export function LanguageMenu() {
  const { t, language } = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const change = async (to: Language) => {
    applyLanguage(to);
    await call('auth/me', { method: 'PATCH', body: { language: to } }).catch(() => undefined);
    location.reload();
  };
  return (
    <>
      <Tooltip title={t('shell.language')}><IconButton aria-label={`${t('shell.language')}: ${LANGUAGE_NAMES[language]}`} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}><TranslateIcon aria-hidden /></IconButton></Tooltip>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {(['ar', 'fr', 'en'] as const).map((code) => <MenuItem key={code} lang={code} selected={code === language} onClick={() => void change(code)}>{LANGUAGE_NAMES[code]}</MenuItem>)}
      </Menu>
    </>
  );
}
