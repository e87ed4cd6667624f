import { z } from 'zod';

/** What a signed-in person may be allowed to do. Which role holds which right is a rule: `domain/access`. */
export const PERMISSIONS = [
  'agreement.read', 'agreement.create', 'agreement.command',
  'milestone.read', 'milestone.command', 'milestone.review', 'evidence.write',
  'project.read', 'project.write', 'article.read', 'article.write',
  'city.read', 'city.write', 'person.read', 'person.write', 'contact.read', 'contact.write',
  'holiday.read', 'holiday.write', 'template.read', 'template.write', 'legal.read', 'legal.write',
  'reminder.read', 'delivery.read', 'delivery.act', 'audit.read', 'job.manage', 'user.manage', 'backup.read',
] as const;
export const permission = z.enum(PERMISSIONS);
export type Permission = z.infer<typeof permission>;
