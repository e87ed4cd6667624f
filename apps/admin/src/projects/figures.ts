import { formatNumber } from '@tawama/messages';
import type { Project } from '@tawama/contracts';
import { useWords } from '../ui/words.js';

/** The figures of projects in the reader's language. */
export function useFigures() {
  const { t, language, date } = useWords();
  const number = (value: number): string => formatNumber(value, language);
  return {
    number,
    withUnit: (value: number, unit: string | null): string => (unit === null ? number(value) : `${number(value)} ${unit}`),
    reached: ({ planned, reached }: Project['beneficiaries']): string => {
      if (reached === null) return planned === null ? t('projects.none') : t('projects.onlyPlanned', { planned: number(planned) });
      return planned === null ? number(reached) : t('projects.reachedOf', { reached: number(reached), planned: number(planned) });
    },
    period: ({ startsOn, endsOn }: Pick<Project, 'startsOn' | 'endsOn'>): string => (startsOn === null && endsOn === null ? t('projects.none') : [startsOn, endsOn].map((on) => (on === null ? '…' : date(on, 'short'))).join(' – ')),
  };
}
