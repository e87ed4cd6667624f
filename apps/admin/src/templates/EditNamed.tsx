import Box from '@mui/material/Box';
import { label as labelIn } from '@tawama/messages';
import { useState, type ReactNode } from 'react';
import { ChoiceField, FieldGroup, LocalisedField } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';
import { moved, replaced, without, type DraftStage } from './draft.js';
import { RowTools } from './RowTools.js';

type Named = DraftStage;
interface EditNamedProps<T extends Named> { id: 'stages' | 'events'; legend: string; group: 'stage' | 'event'; known: readonly string[]; list: readonly T[]; onChange: (list: T[]) => void; make: (named: Named) => T; refusalAt: (path: string) => string | undefined; more?: (one: T, set: (one: T) => void, path: string) => ReactNode }

/** Among the choices, none of which is spelled so. */
const OWN = '+';
/** The width of three buttons. */
const TOOLS = '110px';

/** A key for one of the template's own, which nobody has. */
function ownKey(group: 'stage' | 'event', list: readonly Named[]): string {
  const keys = new Set(list.map(({ key }) => key));
  let n = 1;
  while (keys.has(`${group}-${n}`)) n += 1;
  return `${group}-${n}`;
}

/** Stages or reference dates: their titles and order; one is added from the words that the program knows, or is the template's own. */
export function EditNamed<T extends Named>({ id, legend, group, known, list, onChange, make, refusalAt, more }: EditNamedProps<T>) {
  const { t, label, text } = useWords();
  // What has no name yet stands open to be given one.
  const [added, setAdded] = useState<string | null>(null);
  const free = known.filter((key) => !list.some((one) => one.key === key));
  const add = (chosen: string) => {
    if (chosen === OWN) {
      const key = ownKey(group, list);
      setAdded(key);
      onChange([...list, make({ key, title: null })]);
    } else if (chosen !== '') onChange([...list, make({ key: chosen, title: { ar: labelIn(group, chosen, 'ar'), fr: labelIn(group, chosen, 'fr'), en: labelIn(group, chosen, 'en') } })]);
  };
  return (
    <Box id={id} sx={{ scrollMarginBlockStart: 80 }}>
      <FieldGroup legend={legend}>
        <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1 }}>
          {list.map((one, place) => {
            const name = text(one.title) || t('templates.edit.untitled');
            const set = (next: T) => onChange(replaced(list, place, next));
            const refusal = refusalAt(`${id}.${place}`);
            return (
              <Box component="li" key={place} sx={{ border: 1, borderColor: refusal === undefined ? 'divider' : 'error.main', borderRadius: 1, paddingInline: 1.5, paddingBlock: 0.5 }}>
                <Box sx={{ position: 'relative' }}>
                  <Box component="details" open={refusal !== undefined || one.key === added || undefined}>
                    <Box component="summary" sx={{ cursor: 'pointer', paddingBlock: 0.75, paddingInlineEnd: TOOLS, overflowWrap: 'anywhere' }}><bdi>{name}</bdi></Box>
                    <Box sx={{ display: 'grid', gap: 1.5, paddingBlock: 1 }}>
                      <LocalisedField label={t('templates.edit.name')} path={`${id}.${place}.title`} required value={one.title} onChange={(title) => set({ ...one, title })} refusalAt={refusalAt} />
                      {more?.(one, set, `${id}.${place}`)}
                    </Box>
                  </Box>
                  {/* Beside the name alone: what is opened below it has the whole width. */}
                  <Box sx={{ position: 'absolute', insetBlockStart: 2, insetInlineEnd: 0 }}>
                    <RowTools list={id} name={name} place={place} count={list.length} move={(to) => onChange(moved(list, place, to))} remove={() => onChange(without(list, place))} />
                  </Box>
                </Box>
              </Box>
            );
          })}
        </Box>
        <ChoiceField label={`${legend} – ${t('list.add')}`} value="" none={t('templates.edit.add')} onChange={add} options={[...free.map((key) => ({ value: key, label: label(group, key) })), { value: OWN, label: t(`templates.edit.own.${group}`) }]} />
      </FieldGroup>
    </Box>
  );
}
