import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { useQuery } from '@tanstack/react-query';
import type { backupStatus } from '@tawama/contracts';
import { OLD_BACKUP_SECONDS } from '@tawama/domain';
import { formatNumber } from '@tawama/messages';
import { useDataProvider } from 'ra-core';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useMay } from '../providers/session-context.js';
import { Card } from '../ui/Page.js';
import { Pair, Pairs } from '../ui/Pairs.js';
import { Mark } from '../ui/StatusMark.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { useDuration } from './useDuration.js';

type BackupStatus = (typeof backupStatus)['_output'];
const OLD_BACKUP_HOURS = OLD_BACKUP_SECONDS / 3_600;
const MEGABYTE = 1_000_000;

function useBackup() {
  const provider = useDataProvider<ClubDataProvider>();
  const mayRead = useMay('backup.read');
  return useQuery({ queryKey: ['backup'], queryFn: () => provider.read<BackupStatus>('backup'), enabled: mayRead });
}

/** When the last backup was made, and how big it is. */
export function Backup() {
  const { t, language } = useWords();
  const { hours } = useDuration();
  const mayRead = useMay('backup.read');
  const { data, error, isPending } = useBackup();
  if (!mayRead) return null;
  return (
    <Card id="backup" title={t('jobs.backup')}>
      {error ? <Failed error={error} /> : isPending ? <Waiting rows={2} /> : data.lastAt === null || data.ageHours === null ? <Mark icon={WarningIcon} tone="warning">{t('jobs.backupNever')}</Mark> : (
        <Pairs>
          <Pair label={t('jobs.backupAt')}>{t('jobs.ago', { time: hours(data.ageHours) })}{data.ageHours > OLD_BACKUP_HOURS && <div><Mark icon={WarningIcon} tone="warning">{t('jobs.backupOld')}</Mark></div>}</Pair>
          {data.bytes !== null && <Pair label={t('jobs.backupSize')}><bdi>{t('jobs.megabytes', { size: formatNumber(data.bytes / MEGABYTE, language) })}</bdi></Pair>}
          {data.file !== null && <Pair label={t('jobs.backupFile')}><bdi dir="ltr">{data.file}</bdi></Pair>}
        </Pairs>
      )}
    </Card>
  );
}
