/** Every screen that the browser test walks; `:agreement` and the like become ids of the demo club. */
export const SCREENS: readonly string[] = [
  '/', '/agreements', '/agreements/create', '/agreements/:agreement', '/agreements/:agreement?tab=plan', '/agreements/:agreement?tab=articles', '/agreements/:agreement?tab=mails', '/agreements/:agreement?tab=contacts', '/agreements/:agreement?tab=history',
  '/agreements/:renewing', '/simulate', '/simulate?template=twinning&version=2&years=2&on.opened=2026-01-26', '/simulate?agreement=:agreement&late=30',
  '/projects', '/projects/create', '/projects/:project', '/projects/:pictured', '/projects/:project/edit', '/articles/create?agreementId=:agreement', '/articles/:article/edit',
  '/milestones', '/milestones?milestone=:milestone', '/milestones?milestone=:proven', '/milestones?milestone=:differing', '/calendar', '/calendar?view=list', '/administration',
  '/cities', '/cities/:city', '/cities/:city/edit', '/cities/create', '/people', '/people/:person', '/people/:person/edit',
  '/deliveries', '/deliveries/all', '/deliveries/:delivery', '/templates', '/templates/twinning/1', '/templates/twinning/2', '/legal', '/legal/answered', '/legal/notes', '/legal/notes/create', '/legal/notes/:legalNote/edit', '/milestones?milestone=:visa', '/council-sessions', '/council-sessions/past', '/council-sessions/create?announced=:session', '/council-sessions/:session/edit', '/holidays', '/holidays/create', '/audit', '/users', '/users/create', '/jobs', '/no-such-screen',
];
export const ENTRY_PAGES: readonly string[] = ['/sign-in', '/forgot', '/reset/some-token-of-a-mail'];
