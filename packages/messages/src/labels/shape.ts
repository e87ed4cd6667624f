import type {
  AgreementStatus, AGREEMENT_TYPES, ArticleState, Axis, CITY_ROLES, CONTACT_KINDS, ConfirmingSide, CouncilSession, DELIVERY_COMMANDS, DeliveryKind, DeliveryState, EvidenceKind, EvidenceLevel, IDENTIFICATIONS, INCIDENT_STATES, KnownEvent, KnownStage, LegalNote, LegalOutcome,
  MilestoneCommandName, MilestoneStatus, PersonFunction, ProjectStatus, RecipientRole, REMINDER_STATES, Role, SidesState, SilenceMeans, SubjectType, TemplateState, TodayRow, VitalityLevel, WaitingOn,
} from '@tawama/contracts';

type Of<K extends string> = Record<K, string>;

/** Every word that stands for a value of the contracts. A new value there asks for its word here, in three languages. */
export type Labels = {
  agreementType: Of<(typeof AGREEMENT_TYPES)[number]>;
  agreementStatus: Of<AgreementStatus>;
  milestoneStatus: Of<MilestoneStatus>;
  /** those that the program knows; a template calls its stages and dates itself */
  stage: Of<KnownStage>;
  event: Of<KnownEvent>;
  personFunction: Of<PersonFunction>;
  role: Of<Role>;
  axis: Of<Axis>;
  projectStatus: Of<ProjectStatus>;
  articleState: Of<ArticleState>;
  waitingOn: Of<WaitingOn>;
  evidenceLevel: Of<EvidenceLevel>;
  evidenceKind: Of<EvidenceKind>;
  side: Of<ConfirmingSide>;
  sidesState: Of<SidesState>;
  templateState: Of<TemplateState>;
  certainty: Of<'confirmed' | 'secondary' | 'toVerify'>;
  health: Of<TodayRow['health']>;
  deliveryKind: Of<DeliveryKind>;
  deliveryState: Of<DeliveryState>;
  deliveryCommand: Of<(typeof DELIVERY_COMMANDS)[number]>;
  transport: Of<'smtp' | 'outbox'>;
  reminderState: Of<(typeof REMINDER_STATES)[number]>;
  recipientRole: Of<RecipientRole>;
  cityRole: Of<(typeof CITY_ROLES)[number]>;
  identification: Of<(typeof IDENTIFICATIONS)[number]>;
  contactKind: Of<(typeof CONTACT_KINDS)[number]>;
  subjectType: Of<SubjectType>;
  vitality: Of<VitalityLevel>;
  incidentState: Of<(typeof INCIDENT_STATES)[number]>;
  /** whole sentences: what happened and what to do */
  incidentKind: Of<'mail/no-address' | 'mail/contact-lost' | 'mail/failed' | 'person/no-address' | 'job/failed'>;
  milestoneCommand: Of<MilestoneCommandName>;
  holidayKind: Of<'fixed' | 'hijri' | 'exceptional'>;
  holidayCertainty: Of<'confirmed' | 'estimated'>;
  sessionKind: Of<CouncilSession['kind']>;
  sessionCertainty: Of<CouncilSession['certainty']>;
  legalOutcome: Of<LegalOutcome>;
  silenceMeans: Of<SilenceMeans>;
  legalNoteState: Of<LegalNote['state']>;
  /** what the conditions of a template ask of an agreement */
  agreementAttribute: Of<'homeCity' | 'partnerCity' | 'partnerCountry' | 'partners'>;
  partnerCount: Of<'one' | 'several'>;
  workingSide: Of<'home' | 'partner' | 'both'>;
  /** who is asked to say that a step was done */
  confirmingSides: Of<'home' | 'partner' | 'both'>;
  /** whole phrases: where a fact comes from */
  source: Of<'article' | 'press' | 'demonstration' | 'entered' | 'legalHolidays' | 'moonSighting' | 'ordinarySessions'>;
};
export type LabelGroup = keyof Labels;
