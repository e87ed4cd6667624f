import CheckCircleIcon from '@mui/icons-material/CheckCircleOutlined';
import PauseCircleIcon from '@mui/icons-material/PauseCircleOutlined';
import { Mark } from '../ui/StatusMark.js';
import { useWords } from '../ui/words.js';

export function ActiveMark({ active }: { active: boolean }) {
  const { t } = useWords();
  return active ? <Mark icon={CheckCircleIcon} tone="success">{t('people.active')}</Mark> : <Mark icon={PauseCircleIcon} tone="neutral">{t('people.inactive')}</Mark>;
}
