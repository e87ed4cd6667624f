import VerifiedIcon from '@mui/icons-material/VerifiedUserOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { formatNumber } from '@tawama/messages';
import { useDataProvider } from 'ra-core';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { listOf } from '../ui/links.js';
import { LinkTo } from '../ui/References.js';
import { Failed } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

interface Verification { intact: boolean; sealed: number; unsealed: number; firstBroken: string | null }

/** Proves on the server that no entry was changed since it was sealed, and says so. */
export function VerifyChain() {
  const { t, language } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => provider.read<Verification>('audit/verification') });
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <Button variant="outlined" startIcon={<VerifiedIcon aria-hidden />} disabled={isPending} onClick={() => mutate()}>{t(isPending ? 'journal.verifying' : 'journal.verify')}</Button>
      <Box role="status" sx={{ flex: '1 1 280px' }}>
        {error !== null && <Failed error={error} />}
        {data !== undefined && (data.intact
          ? <Alert severity="success" sx={{ color: 'text.primary' }}>{t('journal.intact', { sealed: formatNumber(data.sealed, language) })}{data.unsealed > 0 && ` ${t('journal.unsealed', { smart_count: data.unsealed })}`}</Alert>
          : <Alert severity="error" sx={{ color: 'text.primary' }}>{t('journal.broken')} {data.firstBroken !== null && <LinkTo to={listOf('/audit', { id: data.firstBroken })}>{t('journal.showBroken')}</LinkTo>}</Alert>)}
      </Box>
    </Box>
  );
}
