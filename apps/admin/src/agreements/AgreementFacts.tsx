import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import type { Agreement, City, KnownEvent, Person } from '@tawama/contracts';
import { useGetMany, useGetOne } from 'ra-core';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { IdentificationMark } from '../cities/IdentificationMark.js';
import { Name } from '../ui/Name.js';
import { Card } from '../ui/Page.js';
import { Pair, Pairs } from '../ui/Pairs.js';
import { SourceWords } from '../ui/SourceWords.js';
import { useInstant } from '../ui/dates.js';
import { formatPercent } from '@tawama/messages';
import { useWords } from '../ui/words.js';
import { useReferenceDates } from './useReferenceDates.js';

/** Shown even without a date; the others wait behind a button. */
const ALWAYS: ReadonlySet<string> = new Set<KnownEvent>(['opened', 'deliberation', 'visa', 'signed', 'inForce']);

/** How well what is done is proved; each share holds those after it. */
const PROOFS = ['declared', 'documented', 'confirmedByBoth', 'seenOnSite'] as const;

/** Who is bound to whom, since when, and every date of reference: a missing one reads "no date entered" and means nothing more. */
export function AgreementFacts({ agreement }: { agreement: Agreement }) {
  const { t, label, text, date, country, colon, language } = useWords();
  const { localDate } = useInstant();
  const [all, setAll] = useState(false);
  const { data: cities = [] } = useGetMany<City>('cities', { ids: [agreement.homeCityId, ...agreement.partnerCityIds] });
  const { data: coordinator } = useGetOne<Person>('people', { id: agreement.coordinatorId ?? '' }, { enabled: agreement.coordinatorId !== null });
  const parties = [...cities].sort((one, other) => Number(other.id === agreement.homeCityId) - Number(one.id === agreement.homeCityId));
  const known = useReferenceDates(agreement);
  const events = known.filter(({ key }) => all || ALWAYS.has(key) || agreement.events[key] !== undefined);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Card title={t('agreements.parties')} id="parties">
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1.5 }}>
          {parties.map((city) => (
            <li key={city.id}>
              <Link component={RouterLink} to={`/cities/${city.id}`} sx={{ fontWeight: 600 }}><Name of={city.legalName ?? city.name} /></Link>
              <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{label('cityRole', city.role)} · {country(city.country)}</Box>
              {city.identification !== 'established' && <Box sx={{ fontSize: '0.875rem' }}><IdentificationMark value={city.identification} /></Box>}
            </li>
          ))}
        </Box>
      </Card>
      <Card title={t('agreements.events')} id="events">
        <Pairs>
          {events.map(({ key, title }) => { const on = agreement.events[key]; return <Pair key={key} label={text(title)}><Box component="span" sx={on === undefined ? { color: 'text.secondary' } : { fontWeight: 600 }}>{date(on)}</Box></Pair>; })}
        </Pairs>
        {!all && events.length < known.length && <Button size="small" onClick={() => setAll(true)}>{t('agreements.otherEvents', { count: known.length - events.length })}</Button>}
      </Card>
      <Card title={t('agreements.facts')} id="facts">
        <Pairs>
          <Pair label={t('agreements.coordinator')}><bdi>{agreement.coordinatorId === null ? t('agreements.nobody') : coordinator?.name ?? '…'}</bdi></Pair>
          <Pair label={t('agreements.columns.type')}>{label('agreementType', agreement.type)}</Pair>
          <Pair label={t('agreements.reminders')}>{agreement.remindersStartedAt === null ? t('agreements.remindersOff') : t('agreements.remindersOn', { date: date(localDate(agreement.remindersStartedAt)) })}</Pair>
          <Pair label={t('agreements.byProof')}>{PROOFS.map((level) => <Box key={level} component="span" sx={{ display: 'block' }}>{label('evidenceLevel', level)}{colon}{formatPercent(agreement.progressByEvidence[level], language)}</Box>)}</Pair>
          {agreement.expiresOn !== null && <Pair label={t('agreements.expires')}>{date(agreement.expiresOn)}</Pair>}
          {agreement.source !== null && <Pair label={t('agreements.source')}><SourceWords of={agreement.source} /></Pair>}
          {agreement.note !== null && text(agreement.note) !== '' && <Pair label={t('agreements.note')}><Name of={agreement.note} /></Pair>}
        </Pairs>
      </Card>
    </Box>
  );
}
