import AccountTreeIcon from '@mui/icons-material/AccountTreeOutlined';
import AppsIcon from '@mui/icons-material/AppsOutlined';
import CalendarIcon from '@mui/icons-material/CalendarMonthOutlined';
import SessionIcon from '@mui/icons-material/GavelOutlined';
import CelebrationIcon from '@mui/icons-material/EventBusyOutlined';
import CityIcon from '@mui/icons-material/LocationCityOutlined';
import FlagIcon from '@mui/icons-material/FlagOutlined';
import ProjectIcon from '@mui/icons-material/ConstructionOutlined';
import GroupIcon from '@mui/icons-material/GroupOutlined';
import HandshakeIcon from '@mui/icons-material/HandshakeOutlined';
import BalanceIcon from '@mui/icons-material/BalanceOutlined';
import HistoryIcon from '@mui/icons-material/HistoryEdu';
import MailIcon from '@mui/icons-material/OutboxOutlined';
import ManageAccountsIcon from '@mui/icons-material/ManageAccountsOutlined';
import SettingsIcon from '@mui/icons-material/SettingsSuggestOutlined';
import TodayIcon from '@mui/icons-material/WbSunnyOutlined';
import type { SvgIconComponent } from './svg-icon.js';
import type { Permission } from '@tawama/contracts';
import type { TextKey } from '../ui/words.js';

export interface MenuEntry { to: string; text: TextKey; icon: SvgIconComponent; permission: Permission }

/** The daily entries; everything else stands under Administration. */
export const MAIN: readonly MenuEntry[] = [
  { to: '/', text: 'shell.menu.today', icon: TodayIcon, permission: 'agreement.read' },
  { to: '/agreements', text: 'shell.menu.agreements', icon: HandshakeIcon, permission: 'agreement.read' },
  { to: '/projects', text: 'shell.menu.projects', icon: ProjectIcon, permission: 'project.read' },
  { to: '/cities', text: 'shell.menu.cities', icon: CityIcon, permission: 'city.read' },
  { to: '/calendar', text: 'shell.menu.calendar', icon: CalendarIcon, permission: 'milestone.read' },
];
export const ADMINISTRATION: readonly MenuEntry[] = [
  { to: '/administration', text: 'administration.overview', icon: AppsIcon, permission: 'agreement.read' },
  { to: '/milestones', text: 'shell.menu.milestones', icon: FlagIcon, permission: 'milestone.read' },
  { to: '/people', text: 'shell.menu.people', icon: GroupIcon, permission: 'person.read' },
  { to: '/deliveries', text: 'shell.menu.outbox', icon: MailIcon, permission: 'delivery.read' },
  { to: '/templates', text: 'shell.menu.templates', icon: AccountTreeIcon, permission: 'template.read' },
  { to: '/holidays', text: 'shell.menu.holidays', icon: CelebrationIcon, permission: 'holiday.read' },
  { to: '/council-sessions', text: 'shell.menu.sessions', icon: SessionIcon, permission: 'holiday.read' },
  { to: '/legal', text: 'shell.menu.legal', icon: BalanceIcon, permission: 'legal.read' },
  { to: '/audit', text: 'shell.menu.audit', icon: HistoryIcon, permission: 'audit.read' },
  { to: '/users', text: 'shell.menu.users', icon: ManageAccountsIcon, permission: 'user.manage' },
  { to: '/jobs', text: 'shell.menu.jobs', icon: SettingsIcon, permission: 'job.manage' },
];

/** Whether the entry is where the reader is: its own page or one below it. */
export const isHere = (entry: MenuEntry, path: string): boolean => (entry.to === '/' ? path === '/' : path === entry.to || path.startsWith(`${entry.to}/`));
