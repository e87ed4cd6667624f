import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { type IntendedChange, type KnownPlan, stepOf } from '@tawama/domain';
import { useDataProvider } from 'ra-core';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useWords } from '../ui/words.js';

const commandOf = (intended: IntendedChange) => (intended.of === 'legalPeriod' ? { name: 'legal-outcome', ...intended.answer } : intended.command);

/** Why a change would be refused, in the words of the server: they are asked for only here, as a dry run. */
export function RefusalWords({ known, intended }: { known: KnownPlan; intended: IntendedChange }) {
  const { t } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const { name, ...body } = commandOf(intended);
  const stepId = stepOf(intended);
  const [resource, id, version] = stepId === null ? ['agreements', known.plan.agreement.id, known.agreementVersion] as const : ['milestones', stepId, known.milestoneVersions.get(stepId) ?? 0] as const;
  const { error, isFetching } = useQuery({
    queryKey: ['refusal', resource, id, version, name, body], retry: false, gcTime: 0,
    queryFn: () => provider.command(resource, { id, command: name, version, body, dryRun: true }),
  });
  return <Typography color={error ? 'text.primary' : 'text.secondary'}>{isFetching ? t('milestones.command.checking') : error?.message ?? ''}</Typography>;
}
