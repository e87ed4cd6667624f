import Typography from '@mui/material/Typography';
import Box from '@mui/material/Box';
import { EvidenceDrop } from '../milestones/EvidenceDrop.js';
import { useEvidenceOf } from '../milestones/EvidenceFiles.js';
import { useMay } from '../providers/session-context.js';
import { ChoiceField } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';

/** Which file of the step shows the outcome: one that is there, or one that is added here and then chosen. */
export function ProofField({ milestoneId, value, onChange, refusal }: { milestoneId: string; value: string; onChange: (evidenceId: string) => void; refusal?: string }) {
  const { t } = useWords();
  const mayAdd = useMay('evidence.write');
  const { data: files = [] } = useEvidenceOf(milestoneId);
  return (
    <Box component="section" sx={{ display: 'grid', gap: 1.25 }}>
      <Typography variant="h3">{t('legal.proof')}</Typography>
      {files.length > 0 && <ChoiceField label={t('legal.proof')} value={files.some(({ id }) => id === value) ? value : ''} onChange={onChange} none={t('legal.noProof')} options={files.map(({ id, title, fileName }) => ({ value: id, label: title === '' ? fileName : title }))} refusal={refusal} />}
      {mayAdd && <EvidenceDrop milestoneId={milestoneId} onAdded={({ id }) => onChange(id)} />}
    </Box>
  );
}
