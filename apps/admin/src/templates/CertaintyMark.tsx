import CheckCircleIcon from '@mui/icons-material/CheckCircleOutlined';
import HelpIcon from '@mui/icons-material/HelpOutlined';
import type { TemplateMilestone } from '@tawama/workflow';
import { Mark } from '../ui/StatusMark.js';
import { useWords } from '../ui/words.js';

export function CertaintyMark({ value }: { value: TemplateMilestone['certainty'] }) {
  const { label } = useWords();
  return <Mark icon={value === 'confirmed' ? CheckCircleIcon : HelpIcon} tone={value === 'confirmed' ? 'success' : value === 'secondary' ? 'info' : 'warning'}>{label('certainty', value)}</Mark>;
}
