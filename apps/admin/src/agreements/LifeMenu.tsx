import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { Agreement, AgreementLifeName } from '@tawama/contracts';
import { allowedAgreementActs } from '@tawama/domain';
import { Suspense, useState } from 'react';
import { seldom } from '../ahead/seldom.js';
import { useWords } from '../ui/words.js';

const LifeDialog = seldom(() => import('./LifeDialog.js'));
const MigrateDialog = seldom(() => import('../ahead/MigrateDialog.js'));
const SimulateDialog = seldom(() => import('../ahead/SimulateDialog.js'));
const NAMES: readonly AgreementLifeName[] = ['suspend', 'resume', 'complete', 'terminate'];

/** What may be done to the agreement as a whole in its present status; nothing once it is over. */
export function LifeMenu({ agreement }: { agreement: Agreement }) {
  const { t } = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [chosen, setChosen] = useState<AgreementLifeName | 'migrate' | 'simulate' | null>(null);
  const close = () => setChosen(null);
  const allowed = allowedAgreementActs(agreement.status);
  const names = NAMES.filter((name) => allowed.includes(name));
  if (names.length === 0) return null;
  return (
    <>
      <Button variant="outlined" aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>{t('agreements.life.menu')}</Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {(['migrate', 'simulate'] as const).map((name) => <MenuItem key={name} onClick={() => { setAnchor(null); setChosen(name); }}>{t(`agreements.life.${name}`)}</MenuItem>)}
        {names.map((name) => <MenuItem key={name} onClick={() => { setAnchor(null); setChosen(name); }}>{t(`agreements.life.verb.${name}`)}</MenuItem>)}
      </Menu>
      <Suspense>
        {chosen === 'migrate' && <MigrateDialog agreement={agreement} onClose={close} />}
        {chosen === 'simulate' && <SimulateDialog path={`agreements/${agreement.id}/simulate`} onClose={close} />}
        {chosen !== null && chosen !== 'migrate' && chosen !== 'simulate' && <LifeDialog agreement={agreement} name={chosen} onClose={close} />}
      </Suspense>
    </>
  );
}
