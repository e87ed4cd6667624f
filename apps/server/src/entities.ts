import { accountEntity, loginAttemptEntity, oneTimeLinkEntity, sessionEntity } from './features/access/account.entity.js';
import { articleEntity, articleMilestoneEntity, articleProjectEntity } from './features/articles/article.entity.js';
import { auditEntryEntity, auditSealEntity } from './features/audit/audit.entity.js';
import { cityEntity } from './features/cities/city.entity.js';
import { deliveryAttemptEntity, deliveryEntity, dispatchEntity, suppressionEntity } from './features/deliveries/delivery.entity.js';
import { evidenceEntity } from './features/evidence/evidence.entity.js';
import { incidentEntity } from './features/incidents/incident.entity.js';
import { contactEntity } from './features/contacts/contact.entity.js';
import { councilSessionEntity } from './features/calendars/council-session.entity.js';
import { handoverEntity } from './features/handover/handover.entity.js';
import { legalNoteEntity, legalOutcomeEntity } from './features/legal/legal.entity.js';
import { noteEntity } from './features/notes/note.entity.js';
import { holidayEntity } from './features/holidays/holiday.entity.js';
import { personEntity } from './features/people/person.entity.js';
import { agreementEntity, agreementEventEntity, agreementPartnerEntity } from './features/plans/agreement.entity.js';
import { milestoneEntity } from './features/plans/milestone.entity.js';
import { projectPhotoEntity } from './features/projects/photo.entity.js';
import { projectAgreementEntity, projectEntity, projectMeasurementEntity } from './features/projects/project.entity.js';
import { reminderEntity } from './features/reminders/reminder.entity.js';
import { templateVersionEntity } from './features/templates/template.entity.js';
import type { EntitySchema } from './platform/db/database.js';
import { idempotencyKeyEntity } from './platform/http/idempotency.entity.js';

/** Every table the program maps, one line a feature. */
export const ENTITIES: EntitySchema[] = [auditEntryEntity, auditSealEntity, accountEntity, sessionEntity, oneTimeLinkEntity, loginAttemptEntity, idempotencyKeyEntity, cityEntity, personEntity, holidayEntity, councilSessionEntity, templateVersionEntity, agreementEntity, agreementPartnerEntity, agreementEventEntity, milestoneEntity, projectEntity, projectAgreementEntity, projectMeasurementEntity, projectPhotoEntity, articleEntity, articleMilestoneEntity, articleProjectEntity, evidenceEntity, legalOutcomeEntity, legalNoteEntity, contactEntity, noteEntity, handoverEntity, deliveryEntity, dispatchEntity, deliveryAttemptEntity, suppressionEntity, incidentEntity, reminderEntity];
