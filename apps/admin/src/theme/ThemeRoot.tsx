import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import rtlPlugin from '@mui/stylis-plugin-rtl';
import type { Language } from '@tawama/contracts';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { prefixer } from 'stylis';
import { applyMode, currentMode, type Mode } from '../preferences.js';
import { themeFor } from './theme.js';

const ModeContext = createContext<{ mode: Mode; toggle: () => void }>({ mode: 'light', toggle: () => undefined });
export const useMode = () => useContext(ModeContext);

/** Direction, styles and colours in one place; the styles are mirrored by the cache, so components keep logical names. */
export function ThemeRoot({ language, children }: { language: Language; children: ReactNode }) {
  const [mode, setMode] = useState(currentMode);
  const cache = useMemo(() => (language === 'ar' ? createCache({ key: 'muirtl', stylisPlugins: [prefixer, rtlPlugin] }) : createCache({ key: 'muiltr' })), [language]);
  const theme = useMemo(() => themeFor(mode, language), [mode, language]);
  const toggle = useCallback(() => setMode((now) => { const next = now === 'dark' ? 'light' : 'dark'; applyMode(next); return next; }), []);
  const context = useMemo(() => ({ mode, toggle }), [mode, toggle]);
  return (
    <CacheProvider value={cache}>
      <ModeContext value={context}>
        <ThemeProvider theme={theme}><CssBaseline />{children}</ThemeProvider>
      </ModeContext>
    </CacheProvider>
  );
}
