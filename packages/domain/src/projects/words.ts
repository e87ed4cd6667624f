import { LANGUAGES, type LocalisedText, type ProjectStep } from '@tawama/contracts';

/** What the steps of every project are called. */
const STEP_WORDS: Readonly<Record<ProjectStep, Record<keyof LocalisedText, string>>> = {
  start: { ar: 'الانطلاق', fr: 'Démarrage', en: 'Start' },
  progress: { ar: 'تتبع تقدم الإنجاز', fr: 'Point d’avancement', en: 'Progress' },
  visit: { ar: 'معاينة ميدانية', fr: 'Visite sur le terrain', en: 'Visit on the ground' },
  completion: { ar: 'الإنجاز النهائي', fr: 'Achèvement', en: 'Completion' },
};
const LONGEST = 200;

/** What a step is called where its project is known. */
export const projectStepWord = (step: ProjectStep): LocalisedText => STEP_WORDS[step];

/** «معاينة ميدانية: حديقة الصداقة»: the step with its project, as lists and mails show it. A title that is missing in a language falls back. */
export function projectStepTitle(step: ProjectStep, title: LocalisedText): LocalisedText {
  const [ar, fr, en] = LANGUAGES.map((language) => {
    const name = title[language] ?? title.ar ?? title.fr ?? title.en ?? '';
    return `${STEP_WORDS[step][language]}${language === 'fr' ? ' : ' : ': '}${name}`.slice(0, LONGEST + 40);
  });
  return { ar: ar ?? '', fr: fr ?? '', en: en ?? '' };
}
