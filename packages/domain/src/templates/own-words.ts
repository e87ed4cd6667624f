import { KNOWN_EVENTS } from '@tawama/contracts';
import type { TemplateText, WorkflowTemplate } from '@tawama/workflow';

const KNOWN: ReadonlySet<string> = new Set(KNOWN_EVENTS);

/** What a template calls those of these reference dates that the program has no word for; empty where it knows them all. The journal keeps it beside their dates, and so can be read without the template. */
export function ownEventTitles({ events }: WorkflowTemplate, keys: readonly string[]): Record<string, TemplateText> {
  return Object.fromEntries(events.flatMap(({ key, title }) => (keys.includes(key) && !KNOWN.has(key) ? [[key, title]] : [])));
}
