import AutorenewIcon from '@mui/icons-material/Autorenew';
import BlockIcon from '@mui/icons-material/Block';
import CancelOutlinedIcon from '@mui/icons-material/CancelOutlined';
import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import DescriptionIcon from '@mui/icons-material/DescriptionOutlined';
import HandshakeIcon from '@mui/icons-material/HandshakeOutlined';
import PlaceIcon from '@mui/icons-material/PlaceOutlined';
import EditNoteIcon from '@mui/icons-material/EditNote';
import ErrorOutlineIcon from '@mui/icons-material/ErrorOutlined';
import EventIcon from '@mui/icons-material/EventOutlined';
import HelpOutlineIcon from '@mui/icons-material/HelpOutlined';
import HourglassTopIcon from '@mui/icons-material/HourglassTop';
import PauseCircleIcon from '@mui/icons-material/PauseCircleOutlined';
import RateReviewIcon from '@mui/icons-material/RateReviewOutlined';
import RemoveCircleOutlineIcon from '@mui/icons-material/RemoveCircleOutlined';
import ScheduleIcon from '@mui/icons-material/Schedule';
import SendIcon from '@mui/icons-material/MarkEmailReadOutlined';
import Box from '@mui/material/Box';
import type { LabelGroup } from '@tawama/messages';
import type { ComponentType } from 'react';
import { useWords } from './words.js';

type Tone = 'primary' | 'success' | 'warning' | 'error' | 'info' | 'neutral';
type Look = [ComponentType<{ fontSize?: 'small'; 'aria-hidden'?: true }>, Tone];
const LOOKS: Partial<Record<LabelGroup, Record<string, Look>>> = {
  milestoneStatus: {
    planned: [EventIcon, 'neutral'], open: [AutorenewIcon, 'primary'], submitted: [RateReviewIcon, 'info'], done: [CheckCircleIcon, 'success'],
    blocked: [BlockIcon, 'error'], notApplicable: [RemoveCircleOutlineIcon, 'neutral'], cancelled: [CancelOutlinedIcon, 'neutral'],
  },
  agreementStatus: {
    preparing: [EditNoteIcon, 'info'], active: [CheckCircleIcon, 'success'], suspended: [PauseCircleIcon, 'warning'],
    completed: [CheckCircleIcon, 'neutral'], terminated: [CancelOutlinedIcon, 'neutral'], expired: [CancelOutlinedIcon, 'neutral'],
  },
  projectStatus: { planned: [EventIcon, 'neutral'], running: [AutorenewIcon, 'primary'], completed: [CheckCircleIcon, 'success'], stopped: [CancelOutlinedIcon, 'neutral'] },
  articleState: { covered: [CheckCircleIcon, 'success'], underway: [AutorenewIcon, 'primary'], withoutEvidence: [RateReviewIcon, 'warning'], withoutStep: [HelpOutlineIcon, 'error'] },
  health: { onTime: [CheckCircleIcon, 'success'], dueSoon: [HourglassTopIcon, 'warning'], late: [ScheduleIcon, 'error'], blocked: [BlockIcon, 'error'] },
  vitality: { active: [CheckCircleIcon, 'success'], watch: [HelpOutlineIcon, 'warning'], struggling: [ErrorOutlineIcon, 'error'], dormant: [PauseCircleIcon, 'error'] },
  deliveryState: {
    pending: [HourglassTopIcon, 'info'], leased: [AutorenewIcon, 'info'], held: [PauseCircleIcon, 'warning'], sent: [SendIcon, 'success'],
    failed: [ErrorOutlineIcon, 'error'], suppressed: [BlockIcon, 'neutral'], cancelled: [CancelOutlinedIcon, 'neutral'],
  },
  evidenceLevel: {
    none: [RemoveCircleOutlineIcon, 'neutral'], declared: [EditNoteIcon, 'neutral'], documented: [DescriptionIcon, 'info'], confirmedByBoth: [HandshakeIcon, 'success'], seenOnSite: [PlaceIcon, 'success'],
  },
  sidesState: { none: [HelpOutlineIcon, 'neutral'], oneSided: [HourglassTopIcon, 'neutral'], agreed: [HandshakeIcon, 'success'], differing: [ErrorOutlineIcon, 'error'] },
  identification: { established: [CheckCircleIcon, 'success'], probable: [HelpOutlineIcon, 'warning'], pending: [HelpOutlineIcon, 'error'] },
  incidentState: { open: [ErrorOutlineIcon, 'error'], retried: [AutorenewIcon, 'info'], dismissed: [CheckCircleIcon, 'neutral'] },
  templateState: { draft: [EditNoteIcon, 'info'], published: [CheckCircleIcon, 'success'], retired: [CancelOutlinedIcon, 'neutral'] },
  sessionCertainty: { confirmed: [CheckCircleIcon, 'success'], estimated: [EventIcon, 'warning'] },
  holidayCertainty: { confirmed: [CheckCircleIcon, 'success'], estimated: [HelpOutlineIcon, 'warning'] },
};

/** A status: icon and word, the colour only underlines it. `word` replaces the label. */
export function StatusMark({ group, value, word }: { group: LabelGroup; value: string; word?: string }) {
  const { label } = useWords();
  const [Icon, tone] = LOOKS[group]?.[value] ?? [HelpOutlineIcon, 'neutral' as const];
  return <Mark icon={Icon} tone={tone}>{word ?? label(group, value)}</Mark>;
}

export function Mark({ icon: Icon, tone, children }: { icon: Look[0]; tone: Tone; children: string }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, color: tone === 'neutral' ? 'text.secondary' : `${tone}.main`, fontWeight: tone === 'error' ? 600 : 400, whiteSpace: { sm: 'nowrap' }, '& svg': { flex: 'none', fontSize: 18 } }}>
      <Icon fontSize="small" aria-hidden /> <span>{children}</span>
    </Box>
  );
}
