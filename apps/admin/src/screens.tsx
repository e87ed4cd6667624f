import type { Permission } from '@tawama/contracts';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { seldom } from './ahead/seldom.js';

export interface Screen { path: string; permission: Permission; page: LazyExoticComponent<ComponentType> }

const OutboxPage = lazy(() => import('./outbox/OutboxPage.js'));
const LegalPage = seldom(() => import('./legal/LegalPage.js'));
const SessionList = lazy(() => import('./sessions/SessionList.js'));

/** Every screen of the dashboard, each in a file of its own that is fetched when it is opened. Adding one: README.md. */
export const SCREENS: readonly Screen[] = [
  { path: '/', permission: 'agreement.read', page: lazy(() => import('./today/TodayPage.js')) },
  { path: '/agreements', permission: 'agreement.read', page: lazy(() => import('./agreements/AgreementList.js')) },
  { path: '/agreements/create', permission: 'agreement.create', page: lazy(() => import('./agreements/AgreementCreate.js')) },
  { path: '/agreements/:id', permission: 'agreement.read', page: lazy(() => import('./agreements/AgreementPage.js')) },
  { path: '/projects', permission: 'project.read', page: lazy(() => import('./projects/ProjectList.js')) },
  { path: '/projects/create', permission: 'project.write', page: seldom(() => import('./projects/ProjectForm.js').then((form) => ({ default: form.ProjectCreate }))) },
  { path: '/projects/:id', permission: 'project.read', page: lazy(() => import('./projects/ProjectPage.js')) },
  { path: '/projects/:id/edit', permission: 'project.write', page: lazy(() => import('./projects/ProjectForm.js').then((form) => ({ default: form.ProjectEdit }))) },
  { path: '/articles/create', permission: 'article.write', page: lazy(() => import('./articles/ArticleForm.js').then((form) => ({ default: form.ArticleCreate }))) },
  { path: '/articles/:id/edit', permission: 'article.write', page: lazy(() => import('./articles/ArticleForm.js').then((form) => ({ default: form.ArticleEdit }))) },
  { path: '/milestones', permission: 'milestone.read', page: seldom(() => import('./milestones/MilestoneList.js')) },
  { path: '/calendar', permission: 'milestone.read', page: lazy(() => import('./calendar/CalendarPage.js')) },
  { path: '/administration', permission: 'agreement.read', page: lazy(() => import('./settings/AdministrationPage.js')) },
  { path: '/cities', permission: 'city.read', page: lazy(() => import('./cities/CityList.js')) },
  { path: '/cities/create', permission: 'city.write', page: lazy(() => import('./cities/CityForm.js').then((form) => ({ default: form.CityCreate }))) },
  { path: '/cities/:id', permission: 'city.read', page: lazy(() => import('./cities/CityPage.js')) },
  { path: '/cities/:id/edit', permission: 'city.write', page: lazy(() => import('./cities/CityForm.js').then((form) => ({ default: form.CityEdit }))) },
  { path: '/people', permission: 'person.read', page: lazy(() => import('./people/PeopleList.js')) },
  { path: '/people/create', permission: 'person.write', page: lazy(() => import('./people/PersonForm.js').then((form) => ({ default: form.PersonCreate }))) },
  { path: '/people/:id', permission: 'person.read', page: lazy(() => import('./people/PersonPage.js')) },
  { path: '/people/:id/edit', permission: 'person.write', page: lazy(() => import('./people/PersonForm.js').then((form) => ({ default: form.PersonEdit }))) },
  ...['/deliveries', '/deliveries/pending', '/deliveries/sent', '/deliveries/held', '/deliveries/problems', '/deliveries/all'].map((path): Screen => ({ path, permission: 'delivery.read', page: OutboxPage })),
  { path: '/deliveries/:id', permission: 'delivery.read', page: lazy(() => import('./outbox/MailPage.js')) },
  { path: '/templates', permission: 'template.read', page: seldom(() => import('./templates/TemplateList.js')) },
  { path: '/templates/:key/:version', permission: 'template.read', page: seldom(() => import('./templates/TemplatePage.js')) },
  { path: '/templates/:key/:version/edit', permission: 'template.write', page: seldom(() => import('./templates/TemplateEditor.js')) },
  { path: '/holidays', permission: 'holiday.read', page: seldom(() => import('./holidays/HolidayList.js')) },
  { path: '/holidays/create', permission: 'holiday.write', page: seldom(() => import('./holidays/HolidayForm.js').then((form) => ({ default: form.HolidayCreate }))) },
  { path: '/holidays/:id/edit', permission: 'holiday.write', page: seldom(() => import('./holidays/HolidayForm.js').then((form) => ({ default: form.HolidayEdit }))) },
  ...['/council-sessions', '/council-sessions/past'].map((path): Screen => ({ path, permission: 'holiday.read', page: SessionList })),
  { path: '/simulate', permission: 'agreement.read', page: seldom(() => import('./ahead/SimulatePage.js')) },
  { path: '/council-sessions/create', permission: 'holiday.write', page: lazy(() => import('./sessions/SessionForm.js').then((form) => ({ default: form.SessionCreate }))) },
  { path: '/council-sessions/:id/edit', permission: 'holiday.write', page: lazy(() => import('./sessions/SessionForm.js').then((form) => ({ default: form.SessionEdit }))) },
  ...['/legal', '/legal/answered', '/legal/notes'].map((path): Screen => ({ path, permission: 'legal.read', page: LegalPage })),
  { path: '/legal/notes/create', permission: 'legal.write', page: seldom(() => import('./legal/NoteForm.js').then((form) => ({ default: form.NoteCreate }))) },
  { path: '/legal/notes/:id/edit', permission: 'legal.write', page: seldom(() => import('./legal/NoteForm.js').then((form) => ({ default: form.NoteEdit }))) },
  { path: '/audit', permission: 'audit.read', page: lazy(() => import('./audit/AuditPage.js')) },
  { path: '/users', permission: 'user.manage', page: seldom(() => import('./users/UserList.js')) },
  { path: '/users/create', permission: 'user.manage', page: seldom(() => import('./users/UserForm.js').then((form) => ({ default: form.UserCreate }))) },
  { path: '/users/:id/edit', permission: 'user.manage', page: seldom(() => import('./users/UserForm.js').then((form) => ({ default: form.UserEdit }))) },
  { path: '/jobs', permission: 'job.manage', page: seldom(() => import('./jobs/JobsPage.js')) },
];
