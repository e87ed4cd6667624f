import type { AuditEntry } from '@tawama/contracts';
import { useMilestoneLink } from '../milestones/links.js';
import { MilestoneTitle } from '../ui/MilestoneTitle.js';
import { AgreementLink, CityLink, LinkTo, PersonLink, ProjectLink } from '../ui/References.js';
import { useWords } from '../ui/words.js';

/** The kinds of record that the journal speaks of. */
export const SUBJECTS = ['agreement', 'project', 'article', 'milestone', 'city', 'person', 'account', 'delivery', 'holiday', 'session', 'contact', 'legalNote', 'incident', 'template', 'backup', 'clock', 'demo'] as const;
type SubjectType = (typeof SUBJECTS)[number];
const isSubject = (type: string): type is SubjectType => SUBJECTS.some((subject) => subject === type);

const LISTS: Readonly<Partial<Record<SubjectType, string>>> = { account: '/users', holiday: '/holidays', session: '/council-sessions', legalNote: '/legal/notes', incident: '/jobs', backup: '/jobs', template: '/templates' };

/** What an entry is about: its kind, and the record itself where it still exists. */
export function Subject({ entry }: { entry: AuditEntry }) {
  const { t, colon } = useWords();
  const linkTo = useMilestoneLink();
  const { subjectType, subjectId } = entry;
  if (!isSubject(subjectType)) return <>{subjectType}</>;
  const kind = t(`journal.subject.${subjectType}`);
  const list = LISTS[subjectType];
  if (list !== undefined) return <LinkTo to={list}>{kind}</LinkTo>;
  if (subjectId === null) return <>{kind}</>;
  if (subjectType === 'delivery') return <LinkTo to={`/deliveries/${subjectId}`}>{kind}</LinkTo>;
  return (
    <>
      {kind}{colon}
      {subjectType === 'city' && <CityLink id={subjectId} />}
      {subjectType === 'person' && <PersonLink id={subjectId} />}
      {subjectType === 'agreement' && <AgreementLink id={subjectId} />}
      {subjectType === 'project' && <ProjectLink id={subjectId} />}
      {subjectType === 'milestone' && <LinkTo to={linkTo(subjectId)}><MilestoneTitle id={subjectId} /></LinkTo>}
    </>
  );
}
