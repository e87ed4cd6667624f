import type { Permission } from '@tawama/contracts';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

export interface Screen { path: string; permission: Permission; page: LazyExoticComponent<ComponentType> }

/** Every screen of the dashboard, each in a file of its own that is fetched when it is opened. Adding one: README.md. */
export const SCREENS: readonly Screen[] = [
  { path: '/', permission: 'agreement.read', page: lazy(() => import('./today/TodayPage.js')) },
  { path: '/agreements', permission: 'agreement.read', page: lazy(() => import('./agreements/AgreementList.js')) },
  { path: '/agreements/create', permission: 'agreement.create', page: lazy(() => import('./agreements/AgreementCreate.js')) },
  { path: '/agreements/:id', permission: 'agreement.read', page: lazy(() => import('./agreements/AgreementPage.js')) },
  { path: '/milestones', permission: 'milestone.read', page: lazy(() => import('./milestones/MilestoneList.js')) },
  { path: '/calendar', permission: 'milestone.read', page: lazy(() => import('./calendar/CalendarPage.js')) },
];
