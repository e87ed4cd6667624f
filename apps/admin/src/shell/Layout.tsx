import Box from '@mui/material/Box';
import { lazy, Suspense, useState } from 'react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { seldom } from '../ahead/seldom.js';
import { useSession } from '../providers/session-context.js';
import { SCREENS } from '../screens.js';
import { Waiting } from '../ui/WaitingRows.js';
import { BottomBar } from './BottomBar.js';
import { ErrorFence } from './ErrorFence.js';
import { Notifications } from './Notifications.js';
import { SideMenu } from './SideMenu.js';
import { SkipLink } from './SkipLink.js';
import { TopBar } from './TopBar.js';
import { useShortcuts } from './useShortcuts.js';

const DemoBanner = lazy(() => import('./DemoBanner.js').then((module) => ({ default: module.DemoBanner })));
const Denied = lazy(() => import('./DeadEnds.js').then((module) => ({ default: module.Denied })));
const NotFound = lazy(() => import('./DeadEnds.js').then((module) => ({ default: module.NotFound })));
const SearchDialog = lazy(() => import('./SearchDialog.js'));
const ShortcutSheet = lazy(() => import('./ShortcutSheet.js'));
const MilestoneDrawer = seldom(() => import('../milestones/MilestoneDrawer.js'));

export const CONTENT_ID = 'content';

/** Menu, top bar, the screen of the address, and what may lie above it: search, shortcuts, one milestone (`?milestone=<id>`). */
export function Layout() {
  const { me, club } = useSession();
  const { pathname, search } = useLocation();
  const [open, setOpen] = useState<'search' | 'shortcuts' | null>(null);
  useShortcuts({ search: () => setOpen('search'), help: () => setOpen('shortcuts') });
  const milestoneId = new URLSearchParams(search).get('milestone');

  return (
    <>
      <SkipLink target={CONTENT_ID} />
      <TopBar onSearch={() => setOpen('search')} onShortcuts={() => setOpen('shortcuts')} />
      <Box sx={{ display: 'flex', alignItems: 'flex-start', inlineSize: '100%', maxInlineSize: 1560, marginInline: 'auto' }}>
        <SideMenu />
        <Box component="main" id={CONTENT_ID} tabIndex={-1} sx={{ flex: 1, minInlineSize: 0, outline: 'none', paddingInline: { xs: 2, md: 3 }, paddingBlockStart: 2, paddingBlockEnd: { xs: 12, md: 5 }, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {club.demo && <Suspense fallback={<Box sx={{ minBlockSize: { xs: 104, sm: 50 } }} />}><DemoBanner /></Suspense>}
          <ErrorFence key={pathname}>
            <Suspense fallback={<Waiting />}>
              <Routes>
                {SCREENS.map(({ path, permission, page: Screen }) => (
                  <Route key={path} path={path} element={me.permissions.includes(permission) ? <Screen /> : <Denied />} />
                ))}
                <Route path="*" element={<NotFound />} />
              </Routes>
            </Suspense>
          </ErrorFence>
        </Box>
      </Box>
      <BottomBar />
      <Notifications />
      <Suspense>
        {open === 'search' && <SearchDialog onClose={() => setOpen(null)} />}
        {open === 'shortcuts' && <ShortcutSheet onClose={() => setOpen(null)} />}
        {milestoneId !== null && <MilestoneDrawer id={milestoneId} />}
      </Suspense>
    </>
  );
}
