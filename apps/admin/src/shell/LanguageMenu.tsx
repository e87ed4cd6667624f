import TranslateIcon from '@mui/icons-material/Translate';
import { lazy, Suspense, useState } from 'react';
import { LANGUAGE_NAMES } from '../preferences.js';
import { useWords } from '../ui/words.js';
import { BarButton } from './BarButton.js';

const LanguageChoices = lazy(() => import('./LanguageChoices.js'));

export function LanguageMenu() {
  const { t, language, colon } = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <BarButton menu name={`${t('shell.language')}${colon}${LANGUAGE_NAMES[language]}`} onClick={(event) => setAnchor(event.currentTarget)}><TranslateIcon aria-hidden /></BarButton>
      {anchor !== null && <Suspense><LanguageChoices anchor={anchor} onClose={() => setAnchor(null)} /></Suspense>}
    </>
  );
}
