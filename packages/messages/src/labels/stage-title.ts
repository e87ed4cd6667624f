import type { LocalisedText } from '@tawama/contracts';
import { label } from './index.js';

interface Named { readonly key: string; readonly title: LocalisedText }

/** What a template calls a stage. A step that no template has (of a project, a relaunch) stands in a stage of the program's own, which goes by the program's word. */
export const stageTitle = (stages: readonly Named[], stage: string): LocalisedText =>
  stages.find(({ key }) => key === stage)?.title ?? { ar: label('stage', stage, 'ar'), fr: label('stage', stage, 'fr'), en: label('stage', stage, 'en') };
