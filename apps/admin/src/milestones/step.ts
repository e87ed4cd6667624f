import type { ConfirmingSide, EvidenceLevel, LocalisedText } from '@tawama/contracts';

/** What a command needs to know of a milestone; rows of several screens have it. */
export interface Step { id: string; agreementId: string; version: number; title: LocalisedText; dueOn: string | null; ownerId: string | null; counterpartId: string | null; doneOn?: string | null; evidence?: LocalisedText | null; evidenceLevel?: EvidenceLevel; evidenceRule?: EvidenceLevel; /** absent: both sides */ askedSides?: readonly ConfirmingSide[] }
