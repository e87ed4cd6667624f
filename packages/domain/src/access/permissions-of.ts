import { PERMISSIONS, type Permission, type Role } from '@tawama/contracts';

const READS_THE_CLUB = [
  'agreement.read', 'milestone.read', 'project.read', 'article.read', 'city.read', 'person.read', 'contact.read', 'holiday.read', 'template.read', 'legal.read', 'reminder.read',
] as const satisfies readonly Permission[];

/** Which role holds which right. A right that stands in no line but the administrator's is administration. */
const RIGHTS: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: PERMISSIONS,
  coordinator: [
    ...READS_THE_CLUB,
    'agreement.create', 'agreement.command', 'milestone.command', 'milestone.review', 'evidence.write', 'project.write', 'article.write',
    'city.write', 'person.write', 'contact.write', 'delivery.read', 'delivery.act', 'audit.read',
  ],
  legal: [...READS_THE_CLUB, 'milestone.review', 'evidence.write', 'legal.write', 'article.write', 'contact.write', 'audit.read'],
  council: READS_THE_CLUB,
};

/** The rights of a role, in the order of the catalogue. */
export const permissionsOf = (role: Role): Permission[] => PERMISSIONS.filter((permission) => RIGHTS[role].includes(permission));

/** Whether a role may do this. */
export const may = (role: Role, permission: Permission): boolean => RIGHTS[role].includes(permission);
