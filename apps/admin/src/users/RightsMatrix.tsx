import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import RemoveIcon from '@mui/icons-material/Remove';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Permission, Role } from '@tawama/contracts';
import { may, permissionsOf } from '@tawama/domain';
import { labelsIn } from '@tawama/messages';
import { Rows } from '../ui/list/Rows.js';
import { Card } from '../ui/Page.js';
import { useWords, type TextKey } from '../ui/words.js';

const RIGHTS: readonly Permission[] = permissionsOf('administrator');
const textOf = (right: Permission): TextKey => `users.rights.${right.replace('.', '_') as 'agreement_read'}`;

/** What each role may do, from the very table by which the server decides. */
export default function RightsMatrix() {
  const { t, language } = useWords();
  const roles = Object.entries(labelsIn(language).role) as [Role, string][];
  return (
    <Card id="rights" title={t('users.roles')} flush>
      <Typography color="text.secondary" variant="body2" sx={{ paddingInline: 2, paddingBlock: 1.25 }}>{t('users.rolesHint')}</Typography>
      <Rows<Permission> label={t('users.roles')} rows={RIGHTS} keyOf={(right) => right} columns={[
        { key: 'right', label: t('users.right'), title: true, cell: (right) => t(textOf(right)) },
        ...roles.map(([role, word]) => ({ key: role, label: word, cell: (right: Permission) => <Mark yes={may(role, right)} text={t(may(role, right) ? 'users.may' : 'users.mayNot')} /> })),
      ]} />
    </Card>
  );
}

function Mark({ yes, text }: { yes: boolean; text: string }) {
  const Icon = yes ? CheckIcon : RemoveIcon;
  return <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', color: yes ? 'success.main' : 'text.secondary', fontSize: '0.875rem' }}><Icon aria-hidden fontSize="small" />{text}</Box>;
}
