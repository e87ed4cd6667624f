import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { useMay } from '../providers/session-context.js';
import { Page } from '../ui/Page.js';
import { ViewTabs } from '../ui/ViewTabs.js';
import { useWords } from '../ui/words.js';
import { ANSWERED, LEGAL, NOTES } from './addresses.js';
import { Clocks } from './Clocks.js';
import { Notes } from './Notes.js';

/** The time that the law gives: what waits for an answer, what was answered, and what the law of each country says. */
export default function LegalPage() {
  const { t } = useWords();
  const mayWrite = useMay('legal.write');
  const { pathname } = useLocation();
  const views = [{ to: LEGAL, text: t('legal.open') }, { to: ANSWERED, text: t('legal.closed') }, { to: NOTES, text: t('legal.notes') }].map((view) => ({ ...view, here: view.to === pathname }));
  return (
    <Page title={t('legal.title')} lead={t(pathname === NOTES ? 'legal.noteLead' : 'legal.lead')}
      actions={mayWrite && pathname === NOTES && <Button component={RouterLink} to={`${NOTES}/create`} variant="contained" startIcon={<AddIcon aria-hidden />}>{t('legal.addNote')}</Button>}>
      <ViewTabs label={t('legal.view')} views={views} />
      {pathname === NOTES ? <Notes /> : <Clocks key={pathname} answered={pathname === ANSWERED} />}
    </Page>
  );
}
