import Box from '@mui/material/Box';
import type { SimulationAnswer } from '@tawama/contracts';
import { directionOf } from '@tawama/messages';
import type { ReactNode } from 'react';
import { useWords } from '../ui/words.js';
import { byTime, placeInYear, yearsBetween } from './by-time.js';
import { useHolidays } from './useHolidays.js';

type Dir = 'ltr' | 'rtl';
const MONTHS = Array.from({ length: 12 }, (_, month) => month);
const HEIGHT = 62;
const [STEPS_AT, LINE_AT, MAILS_FROM, MAILS_TO, WORDS_AT] = [12, 26, 29, 42, 58];

/** What was played on a line of time, a row for each year: steps and dates of reference above the line, mails below it. The lists after it say the same in words. */
export function TimeLine({ played: { from, until, steps, events, mails } }: { played: SimulationAnswer }) {
  const { t, language, text, date } = useWords();
  const dir = directionOf(language);
  const holidays = useHolidays();
  const ofYear = <T,>(list: readonly T[], dateOf: (one: T) => string | null) => new Map(byTime(list, dateOf, 'year'));
  const [stepsIn, eventsIn, mailsIn] = [ofYear(steps, ({ doneOn, dueOn }) => doneOn ?? dueOn), ofYear(events, ({ on }) => on), ofYear(mails, ({ localDate }) => localDate)];
  const dayOf = (step: SimulationAnswer['steps'][number]): string => step.doneOn ?? step.dueOn ?? from;
  return (
    <Box>
      <Legend />
      {yearsBetween(from, until).map((year) => {
        const [inSteps, inEvents, inMails] = [stepsIn.get(year) ?? [], eventsIn.get(year) ?? [], mailsIn.get(year) ?? []];
        const told = t('ahead.simulate.inYear', { year, steps: inSteps.length, mails: inMails.length });
        return (
          <Box key={year} sx={{ display: 'grid', gridTemplateColumns: '44px minmax(0, 1fr)', alignItems: 'center', columnGap: 1 }}>
            <Box component="span" aria-hidden sx={{ fontWeight: 600 }}>{year}</Box>
            <Box component="svg" role="img" aria-label={told} sx={{ inlineSize: '100%', blockSize: HEIGHT, display: 'block', overflow: 'visible', fontFamily: 'inherit' }}>
              <Months dir={dir} />
              <Marks color="text.secondary">{holidays.inYear(year).map((on) => <rect key={on} x={`${placeInYear(on, dir)}%`} y={LINE_AT - 3} width={6} height={6} transform="translate(-3 0)" fill="none" stroke="currentColor"><title>{`${holidays.nameOn(on) ?? ''} – ${date(on)}`}</title></rect>)}</Marks>
              <Marks color="info.main">{inMails.map((mail) => { const x = `${placeInYear(mail.localDate, dir)}%`; return <line key={`${mail.dueAt} ${mail.recipient} ${mail.kind}`} x1={x} x2={x} y1={MAILS_FROM} y2={MAILS_TO} stroke="currentColor" strokeWidth={1.5} />; })}</Marks>
              <Marks color="primary.main">
                {inSteps.map((step) => (
                  <circle key={step.key} cx={`${placeInYear(dayOf(step), dir)}%`} cy={STEPS_AT} r={4} stroke="currentColor" strokeWidth={1.5} fill={step.doneOn === null ? 'none' : 'currentColor'}>
                    <title>{`${step.number} ${text(step.title)} – ${date(dayOf(step))}`}</title>
                  </circle>
                ))}
              </Marks>
              <Marks color="warning.main">
                {inEvents.map(({ event, title, on }) => <svg key={event} x={`${placeInYear(on, dir)}%`} y={LINE_AT} overflow="visible"><path d={DIAMOND} fill="currentColor"><title>{`${text(title)} – ${date(on)}`}</title></path></svg>)}
              </Marks>
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

const DIAMOND = 'M0 -6 L6 0 L0 6 L-6 0 Z';
const Marks = ({ color, children }: { color: string; children: ReactNode }) => <Box component="g" sx={{ color }}>{children}</Box>;

/** The line, and where each month begins, with its number. */
function Months({ dir }: { dir: Dir }) {
  const at = (months: number): string => `${dir === 'rtl' ? 100 - (months * 100) / 12 : (months * 100) / 12}%`;
  return (
    <Box component="g" sx={{ color: 'text.secondary' }}>
      <line x1="0%" x2="100%" y1={LINE_AT} y2={LINE_AT} stroke="currentColor" />
      {MONTHS.map((month) => (
        <g key={month}>
          <line x1={at(month)} x2={at(month)} y1={LINE_AT - 4} y2={LINE_AT + 4} stroke="currentColor" />
          <text x={at(month + 0.5)} y={WORDS_AT} textAnchor="middle" fontSize={12} fill="currentColor">{month + 1}</text>
        </g>
      ))}
    </Box>
  );
}

function Legend() {
  const { t } = useWords();
  const sign = (color: string, drawing: ReactNode, words: string) => (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}><Box component="svg" aria-hidden width={14} height={14} viewBox="-7 -7 14 14" sx={{ color, flex: 'none' }}>{drawing}</Box>{words}</Box>
  );
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, marginBlockEnd: 1, padding: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5, fontSize: '0.875rem' }}>
      {sign('primary.main', <circle r={4} fill="currentColor" />, t('ahead.simulate.signs.done'))}
      {sign('primary.main', <circle r={4} fill="none" stroke="currentColor" strokeWidth={1.5} />, t('ahead.simulate.signs.due'))}
      {sign('warning.main', <path d={DIAMOND} fill="currentColor" />, t('ahead.simulate.signs.event'))}
      {sign('text.secondary', <rect x={-3} y={-3} width={6} height={6} fill="none" stroke="currentColor" />, t('ahead.simulate.signs.holiday'))}
      {sign('info.main', <line y1={-6} y2={6} stroke="currentColor" strokeWidth={2} />, t('ahead.simulate.signs.mail'))}
    </Box>
  );
}
