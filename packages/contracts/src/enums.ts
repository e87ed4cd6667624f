import { templateEvent, templateStage } from '@tawama/workflow';
import { z } from 'zod';

export const ROLES = ['administrator', 'coordinator', 'legal', 'council'] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

export const PERSON_FUNCTIONS = ['coordinator', 'focalPoint', 'president', 'mayorOffice', 'secretariat', 'legal', 'protocol', 'finance', 'committee', 'council', 'other'] as const;
export const personFunction = z.enum(PERSON_FUNCTIONS);
export type PersonFunction = z.infer<typeof personFunction>;

export const AGREEMENT_TYPES = ['twinning', 'friendship', 'memorandum', 'chamber'] as const;
export const agreementType = z.enum(AGREEMENT_TYPES);
export const AGREEMENT_STATUSES = ['preparing', 'active', 'suspended', 'completed', 'terminated', 'expired'] as const;
export const agreementStatus = z.enum(AGREEMENT_STATUSES);
export type AgreementStatus = z.infer<typeof agreementStatus>;

export const MILESTONE_STATUSES = ['planned', 'open', 'submitted', 'done', 'blocked', 'notApplicable', 'cancelled'] as const;
export const milestoneStatus = z.enum(MILESTONE_STATUSES);
export type MilestoneStatus = z.infer<typeof milestoneStatus>;

/** A key that every object has from its birth would be found where nobody put it. */
export const withoutInherited = (key: z.ZodString) => key.refine((word) => !(word in Object.prototype), { error: 'template/reserved-key' });

/** The dates of reference that the program's own rules know; a template may have others of its own. */
export const KNOWN_EVENTS = ['opened', 'councilSession', 'deliberation', 'receivedByProvince', 'visa', 'partnerApproval', 'signed', 'inForce', 'committeeInstalled', 'planAdopted', 'expiry', 'ended'] as const;
export type KnownEvent = (typeof KNOWN_EVENTS)[number];
/** A date of reference of the template that an agreement follows. */
export const eventKey = withoutInherited(templateEvent.shape.key);
export type EventKey = z.infer<typeof eventKey>;

/** The stages that the program has a word for; a template may have others of its own. */
export const KNOWN_STAGES = ['preparation', 'approval', 'signature', 'launch', 'implementation', 'review', 'renewal', 'dormancy'] as const;
export type KnownStage = (typeof KNOWN_STAGES)[number];
/** A stage of the template, or one of the program's own for a step that no template has. */
export const stageKey = withoutInherited(templateStage.shape.key);
export type StageKey = z.infer<typeof stageKey>;

/** The authority, council or city that must act; never mailed by the program. */
export const WAITING_ON = ['governor', 'president', 'council', 'mayors', 'partnerCouncil', 'partnerCity', 'both'] as const;
export const waitingOn = z.enum(WAITING_ON);
export type WaitingOn = z.infer<typeof waitingOn>;

export const EVIDENCE_LEVELS = ['none', 'declared', 'documented', 'confirmedByBoth', 'seenOnSite'] as const;
export const evidenceLevel = z.enum(EVIDENCE_LEVELS);
export type EvidenceLevel = z.infer<typeof evidenceLevel>;

/** What the club works on: its declared purposes. */
export const AXES = ['economy', 'environment', 'governance', 'culture', 'science'] as const;
export const axis = z.enum(AXES);
export type Axis = z.infer<typeof axis>;

export const PROJECT_STATUSES = ['planned', 'running', 'completed', 'stopped'] as const;
export const projectStatus = z.enum(PROJECT_STATUSES);
export type ProjectStatus = z.infer<typeof projectStatus>;
/** The steps of a project's own short plan, in their order. */
export const PROJECT_STEPS = ['start', 'progress', 'visit', 'completion'] as const;
export type ProjectStep = (typeof PROJECT_STEPS)[number];

/** How far an article of the signed text has become real. */
export const ARTICLE_STATES = ['covered', 'underway', 'withoutEvidence', 'withoutStep'] as const;
export const articleState = z.enum(ARTICLE_STATES);
export type ArticleState = z.infer<typeof articleState>;
/** What a file shows; a visit on the ground proves more than a paper. */
export const EVIDENCE_KINDS = ['document', 'photo', 'minutes', 'siteVisit'] as const;
export const evidenceKind = z.enum(EVIDENCE_KINDS);
export type EvidenceKind = z.infer<typeof evidenceKind>;
/** The two sides of an agreement, and whether their words about a step agree. */
export const SIDES = ['home', 'partner'] as const;
export const side = z.enum(SIDES);
export type ConfirmingSide = z.infer<typeof side>;
export const SIDES_STATES = ['none', 'oneSided', 'agreed', 'differing'] as const;
export const sidesState = z.enum(SIDES_STATES);
export type SidesState = z.infer<typeof sidesState>;

export const REMINDER_STATES = ['planned', 'materialised', 'cancelled'] as const;
export const reminderState = z.enum(REMINDER_STATES);
/** In whose capacity somebody is reminded. */
export const RECIPIENT_ROLES = ['owner', 'counterpart', 'coordinator', 'president', 'mayor', 'council'] as const;
export const recipientRole = z.enum(RECIPIENT_ROLES);
export type RecipientRole = z.infer<typeof recipientRole>;

export const DELIVERY_KINDS = ['reminder', 'escalation', 'catchUp', 'invitation', 'passwordReset', 'firstAdministrator', 'test'] as const;
export const deliveryKind = z.enum(DELIVERY_KINDS);
export type DeliveryKind = z.infer<typeof deliveryKind>;
export const DELIVERY_STATES = ['pending', 'leased', 'held', 'sent', 'failed', 'suppressed', 'cancelled'] as const;
export const deliveryState = z.enum(DELIVERY_STATES);
export type DeliveryState = z.infer<typeof deliveryState>;
export const transport = z.enum(['smtp', 'outbox']);

export const CITY_ROLES = ['home', 'partner'] as const;
export const cityRole = z.enum(CITY_ROLES);
export const IDENTIFICATIONS = ['established', 'probable', 'pending'] as const;
export const identification = z.enum(IDENTIFICATIONS);

export const CONTACT_KINDS = ['called', 'wrote', 'met'] as const;
export const contactKind = z.enum(CONTACT_KINDS);
export type ContactKind = z.infer<typeof contactKind>;

/** What a contact or a note can be about. One more is a word here, its lookup in the server's `contacts/subjects.store.ts` and its label. */
export const SUBJECT_TYPES = ['agreement', 'milestone', 'person', 'project'] as const;
export const subjectType = z.enum(SUBJECT_TYPES);
export type SubjectType = z.infer<typeof subjectType>;

/** How alive an agreement is, from well to worst. */
export const VITALITY_LEVELS = ['active', 'watch', 'struggling', 'dormant'] as const;
export const vitalityLevel = z.enum(VITALITY_LEVELS);
export type VitalityLevel = z.infer<typeof vitalityLevel>;

export const INCIDENT_STATES = ['open', 'retried', 'dismissed'] as const;
export const incidentState = z.enum(INCIDENT_STATES);
