import { EmptyState } from '../ui/EmptyState.js';
import { Page } from '../ui/Page.js';
import { useWords } from '../ui/words.js';

export function NotFound() {
  const { t } = useWords();
  return <Page title={t('shell.notFoundTitle')}><EmptyState title={t('shell.notFoundHint')} to="/" action={t('shell.toToday')} /></Page>;
}

export function Denied() {
  const { t } = useWords();
  return <Page title={t('shell.deniedTitle')}><EmptyState title={t('shell.deniedHint')} to="/" action={t('shell.toToday')} /></Page>;
}
