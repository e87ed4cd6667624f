import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { Agreement, AgreementLifeName } from '@tawama/contracts';
import { allowedAgreementActs } from '@tawama/domain';
import { Suspense, useState } from 'react';
import { Link } from 'react-router-dom';
import { simulationOf } from '../ahead/address.js';
import { seldom } from '../ahead/seldom.js';
import { useWords } from '../ui/words.js';
import { useNewerVersions } from './useNewerVersions.js';

const LifeDialog = seldom(() => import('./LifeDialog.js'));
const MigrateDialog = seldom(() => import('../ahead/MigrateDialog.js'));
const NAMES: readonly AgreementLifeName[] = ['suspend', 'resume', 'complete', 'terminate'];

/** What may be done to the agreement as a whole in its present status; nothing once it is over. Another version is offered only where there is a newer one. */
export function LifeMenu({ agreement }: { agreement: Agreement }) {
  const { t } = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [chosen, setChosen] = useState<AgreementLifeName | 'migrate' | null>(null);
  const close = () => setChosen(null);
  const { newer } = useNewerVersions(agreement);
  const allowed = allowedAgreementActs(agreement.status);
  const names = NAMES.filter((name) => allowed.includes(name));
  if (names.length === 0) return null;
  return (
    <>
      <Button variant="outlined" aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>{t('agreements.life.menu')}</Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {newer.length > 0 && <MenuItem onClick={() => { setAnchor(null); setChosen('migrate'); }}>{t('agreements.life.migrate')}</MenuItem>}
        <MenuItem component={Link} to={simulationOf({ agreement: agreement.id })}>{t('agreements.life.simulate')}</MenuItem>
        {names.map((name) => <MenuItem key={name} onClick={() => { setAnchor(null); setChosen(name); }}>{t(`agreements.life.verb.${name}`)}</MenuItem>)}
      </Menu>
      <Suspense>
        {chosen === 'migrate' && <MigrateDialog agreement={agreement} onClose={close} />}
        {chosen !== null && chosen !== 'migrate' && <LifeDialog agreement={agreement} name={chosen} onClose={close} />}
      </Suspense>
    </>
  );
}
