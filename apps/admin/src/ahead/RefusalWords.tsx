import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { IntendedChange, KnownPlan } from '@tawama/domain';
import { useDataProvider } from 'ra-core';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useWords } from '../ui/words.js';

/** Why a change would be refused, in the words of the server: they are asked for only here, as a dry run. */
export function RefusalWords({ known, intended }: { known: KnownPlan; intended: IntendedChange }) {
  const { t } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const { name, ...body } = intended.command;
  const [resource, id, version] = intended.of === 'milestone' ? ['milestones', intended.id, known.milestoneVersions.get(intended.id) ?? 0] as const : ['agreements', known.plan.agreement.id, known.agreementVersion] as const;
  const { error, isFetching } = useQuery({
    queryKey: ['refusal', resource, id, version, name, body], retry: false, gcTime: 0,
    queryFn: () => provider.command(resource, { id, command: name, version, body, dryRun: true }),
  });
  return <Typography color={error ? 'text.primary' : 'text.secondary'}>{isFetching ? t('milestones.command.checking') : error?.message ?? ''}</Typography>;
}
