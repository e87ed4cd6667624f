import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { City, TemplateSummary } from '@tawama/contracts';
import { useGetList } from 'ra-core';
import { useState } from 'react';
import { DateField } from '../ui/DateField.js';
import { ChoiceField, LineField } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';
import type { Played } from './address.js';

/** What is taken for granted: of a template the cities and the dates that are known, and how late everybody is. */
export function Assumptions({ of, versions, busy, refused, onPlay }: { of: Played; versions: readonly TemplateSummary[]; busy: boolean; refused: readonly { path: string; message: string }[]; onPlay: (played: Played) => void }) {
  const { t, text, label } = useWords();
  const [typed, setTyped] = useState(of);
  const { data: cities = [] } = useGetList<City>('cities', { pagination: { page: 1, perPage: 200 }, sort: { field: 'name', order: 'ASC' }, filter: {} }, { enabled: of.agreement === '' });
  const set = (some: Partial<Played>) => setTyped((before) => ({ ...before, ...some }));
  const refusalAt = (path: string) => refused.find((one) => one.path === path)?.message;
  const ofRole = (role: City['role']) => cities.filter((city) => city.role === role).map((city) => ({ value: city.id, label: text(city.name) }));
  const columns = (wide: string) => ({ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr', md: wide } });
  const versionOf = `${typed.template} ${typed.version === '' ? versions.find(({ key, state }) => key === typed.template && state === 'published')?.version ?? '' : typed.version}`;
  // Of an agreement that has ended nothing is left to play.
  const known = (versions.find(({ key, version }) => `${key} ${version}` === versionOf)?.events ?? []).filter(({ key }) => key !== 'ended');
  return (
    <Box component="form" onSubmit={(submitted) => { submitted.preventDefault(); onPlay(typed); }} aria-busy={busy} sx={{ display: 'grid', gap: 2 }}>
      {of.agreement === '' && (
        <>
          <Box sx={columns('2fr 1fr 1fr')}>
            <ChoiceField label={t('agreements.template')} value={typed.template === '' ? '' : versionOf} none="" required onChange={(chosen) => { const [template = '', version = ''] = chosen.split(' '); set({ template, version }); }}
              options={versions.map(({ key, version, title, state }) => ({ value: `${key} ${version}`, label: `${text(title)} · ${t('templates.version', { n: version })}${state === 'draft' ? ` · ${label('templateState', state)}` : ''}` }))} />
            <ChoiceField label={t('agreements.homeCity')} value={typed.home} none={t('ahead.simulate.anyHome')} onChange={(home) => set({ home })} options={ofRole('home')} refusal={refusalAt('homeCityId')} />
            <ChoiceField label={t('agreements.partnerCity')} value={typed.partner} none={t('ahead.simulate.anyPartner')} onChange={(partner) => set({ partner })} options={ofRole('partner')} refusal={refusalAt('partnerCityId')} />
          </Box>
          <Box component="details" open={Object.keys(typed.events).length > 0}>
            <Box component="summary" sx={{ cursor: 'pointer', minBlockSize: 28, fontWeight: 600 }}>{t('ahead.simulate.known')}</Box>
            <Box sx={{ ...columns('repeat(4, 1fr)'), paddingBlockStart: 1.5 }}>
              {known.map(({ key: event, title }) => {
                const refusal = refusalAt(`events.${event}`);
                return <DateField key={event} hint="" label={text(title)} value={typed.events[event] ?? ''} onChange={(on) => set({ events: { ...typed.events, [event]: on } })} {...(refusal === undefined ? {} : { refusal })} />;
              })}
            </Box>
          </Box>
        </>
      )}
      <Box sx={columns('1fr 1fr 2fr auto')}>
        <LineField label={t('ahead.simulate.years')} type="number" ltr required value={typed.years} onChange={(years) => set({ years })} refusal={refusalAt('years')} />
        <LineField label={t('ahead.simulate.daysLate')} type="number" ltr required value={typed.late} onChange={(late) => set({ late })} refusal={refusalAt('daysLate')} />
        <LineField label={t('ahead.simulate.termYears')} type="number" ltr value={typed.term} onChange={(term) => set({ term })} refusal={refusalAt('termYears')} />
        <Button type="submit" variant="contained" disabled={busy} sx={{ minBlockSize: 40 }}>{t('ahead.simulate.run')}</Button>
      </Box>
    </Box>
  );
}
