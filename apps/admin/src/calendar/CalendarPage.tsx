import BeforeIcon from '@mui/icons-material/NavigateBefore';
import NextIcon from '@mui/icons-material/NavigateNext';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import Switch from '@mui/material/Switch';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useTheme, type Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Agreement, City, CouncilSession, Holiday, Milestone } from '@tawama/contracts';
import { monthName } from '@tawama/messages';
import { useGetList, useGetMany } from 'ra-core';
import { useSearchParams } from 'react-router-dom';
import { useMay, useSession } from '../providers/session-context.js';
import { useToday } from '../ui/dates.js';
import { Card, Page } from '../ui/Page.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { DayList } from './DayList.js';
import { firstOf, lastOf, monthOf, shiftMonth } from './month.js';
import { MonthGrid } from './MonthGrid.js';

const MOST = 200;
const UNFINISHED = 'planned,open,submitted,blocked';

/** What falls due in a month, as a grid or as its twin, a list by day. Month, view and filters stand in the address. */
export default function CalendarPage() {
  const { t, language, text, label } = useWords();
  const today = useToday();
  const { me } = useSession();
  const rtl = useTheme().direction === 'rtl';
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'), { noSsr: true });
  const mayHolidays = useMay('holiday.read');
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('month');
  const month = asked !== null && /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : monthOf(today);
  const view = parameters.get('view') ?? (phone ? 'list' : 'month');
  const mine = parameters.get('mine') === 'true';
  const finished = parameters.get('finished') === 'true';
  const set = (name: string, value: string | null) => setParameters((now) => { const next = new URLSearchParams(now); if (value === null) next.delete(name); else next.set(name, value); return next; }, { replace: true });

  const { data = [], total = 0, error, isPending, refetch } = useGetList<Milestone>('milestones', {
    filter: { dueOnFrom: firstOf(month), dueOnTo: lastOf(month), ...(finished ? {} : { status: UNFINISHED }), ...(mine && me.personId !== null ? { ownerId: me.personId } : {}) },
    sort: { field: 'dueOn', order: 'ASC' }, pagination: { page: 1, perPage: MOST },
  });
  const { data: agreements = [] } = useGetMany<Agreement>('agreements', { ids: [...new Set(data.map((step) => step.agreementId))] }, { enabled: data.length > 0 });
  const { data: holidays = [] } = useGetList<Holiday>('holidays', { filter: { country: 'MA' }, sort: { field: 'monthDay', order: 'ASC' }, pagination: { page: 1, perPage: MOST } }, { enabled: mayHolidays });
  const holidayOn = (on: string) => { const day = holidays.find((holiday) => holiday.on === on || holiday.monthDay === on.slice(5)); return day === undefined ? null : text(day.name); };
  const { data: sessions = [] } = useGetList<CouncilSession>('council-sessions', { filter: { beginsOnFrom: firstOf(shiftMonth(month, -1)), beginsOnTo: lastOf(month) }, sort: { field: 'beginsOn', order: 'ASC' }, pagination: { page: 1, perPage: MOST } }, { enabled: mayHolidays });
  const { data: councils = [] } = useGetMany<City>('cities', { ids: [...new Set(sessions.flatMap(({ cityId }) => cityId ?? []))] }, { enabled: sessions.some(({ cityId }) => cityId !== null) });
  const sessionsOn = (on: string) => sessions.filter(({ beginsOn, endsOn }) => beginsOn <= on && on <= endsOn).map(({ cityId, certainty }) => {
    const city = councils.find(({ id }) => id === cityId);
    return t('calendar.session', { council: city === undefined ? t('sessions.everyCouncil') : text(city.name), certainty: label('sessionCertainty', certainty) });
  });
  const titleOf = new Map(agreements.map((agreement) => [agreement.id, agreement.title]));
  const [Back, On] = rtl ? [NextIcon, BeforeIcon] : [BeforeIcon, NextIcon];
  const shown = { steps: data, month, today, titleOf, holidayOn, sessionsOn };

  return (
    <Page title={t('calendar.title')}>
      <Card flush>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', padding: { xs: 1.5, sm: 2 }, borderBlockEnd: '1px solid', borderColor: 'divider' }}>
          <IconButton aria-label={t('calendar.previous')} onClick={() => set('month', shiftMonth(month, -1))}><Back aria-hidden /></IconButton>
          <Typography variant="h2" aria-live="polite" sx={{ minInlineSize: 130, textAlign: 'center' }}>{monthName(Number(month.slice(5)), language)} {month.slice(0, 4)}</Typography>
          <IconButton aria-label={t('calendar.next')} onClick={() => set('month', shiftMonth(month, 1))}><On aria-hidden /></IconButton>
          <Button variant="outlined" size="small" disabled={month === monthOf(today)} onClick={() => set('month', null)}>{t('calendar.today')}</Button>
          <Box sx={{ flex: 1 }} />
          {me.personId !== null && <FormControlLabel control={<Switch checked={mine} onChange={(_, on) => set('mine', on ? 'true' : null)} />} label={t('calendar.onlyMine')} />}
          <FormControlLabel control={<Switch checked={finished} onChange={(_, on) => set('finished', on ? 'true' : null)} />} label={t('calendar.finished')} />
          <ToggleButtonGroup exclusive size="small" color="primary" value={view} aria-label={t('calendar.view')} onChange={(_, to: string | null) => { if (to !== null) set('view', to); }}>
            <ToggleButton value="month">{t('calendar.month')}</ToggleButton>
            <ToggleButton value="list">{t('calendar.list')}</ToggleButton>
          </ToggleButtonGroup>
        </Box>
        {error ? <Failed error={error} retry={() => void refetch()} /> : isPending ? <Waiting /> : view === 'list' ? <DayList {...shown} /> : <MonthGrid {...shown} />}
        {total > data.length && <Typography role="status" sx={{ padding: 2 }}>{t('calendar.capped', { count: data.length })}</Typography>}
      </Card>
    </Page>
  );
}
