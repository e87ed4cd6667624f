import type { LocalisedText, Project, ProjectStep } from '@tawama/contracts';

/** What the form of a project shows: numbers as they are typed. */
export interface ProjectValues {
  leadId: string; otherIds: string[]; axis: Project['axis']; title: LocalisedText | null; place: string; status: Project['status']; startsOn: string; endsOn: string;
  amount: string; currency: string; funder: string; planned: string; reached: string;
  label: LocalisedText | null; unit: string; baseline: string; target: string; homeLeadId: string; partnerLeadId: string; note: LocalisedText | null;
  /** days that are set by hand for its steps; only a new one has them, later each step is moved by itself */
  steps?: Partial<Record<ProjectStep, string>>;
}

export const NEW_PROJECT: ProjectValues = {
  leadId: '', otherIds: [], axis: 'economy', title: null, place: '', status: 'planned', startsOn: '', endsOn: '', amount: '', currency: 'MAD', funder: '', planned: '', reached: '',
  label: null, unit: '', baseline: '', target: '', homeLeadId: '', partnerLeadId: '', note: null, steps: {},
};

const typed = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));
const words = (text: string): string | null => (text.trim() === '' ? null : text);
const figure = (text: string): number | null => (text.trim() === '' ? null : Number(text));

export const valuesOf = (project: Project): ProjectValues => ({
  leadId: project.agreementIds[0] ?? '', otherIds: project.agreementIds.slice(1), axis: project.axis, title: project.title, place: project.place ?? '', status: project.status,
  startsOn: project.startsOn ?? '', endsOn: project.endsOn ?? '', amount: typed(project.budget?.amount), currency: project.budget?.currency ?? 'MAD', funder: project.budget?.funder ?? '',
  planned: typed(project.beneficiaries.planned), reached: typed(project.beneficiaries.reached),
  label: project.indicator?.label ?? null, unit: project.indicator?.unit ?? '', baseline: typed(project.indicator?.baseline), target: typed(project.indicator?.target),
  homeLeadId: project.homeLeadId ?? '', partnerLeadId: project.partnerLeadId ?? '', note: project.note,
});

/** The values in the shape of the API. */
export const projectOf = (values: ProjectValues): object => ({
  agreementIds: [values.leadId, ...values.otherIds.filter((id) => id !== values.leadId)], axis: values.axis, title: values.title, place: words(values.place), status: values.status,
  startsOn: words(values.startsOn), endsOn: words(values.endsOn),
  budget: values.amount.trim() === '' ? null : { amount: Number(values.amount), currency: values.currency.trim().toUpperCase(), funder: words(values.funder) },
  beneficiaries: { planned: figure(values.planned), reached: figure(values.reached) },
  indicator: values.label === null ? null : { label: values.label, unit: words(values.unit), baseline: figure(values.baseline), target: figure(values.target) },
  homeLeadId: words(values.homeLeadId), partnerLeadId: words(values.partnerLeadId), note: values.note,
});

/** The same for a project that begins: steps whose day is left empty follow from its first and last day. */
export const newProjectOf = (values: ProjectValues): object => ({ ...projectOf(values), steps: Object.fromEntries(Object.entries(values.steps ?? {}).filter(([, on]) => on !== '')) });
