import { z } from 'zod';
import { articleState } from './enums.js';
import type { ListShape } from './lists.js';
import { id, line, localisedNote, localisedTextOut, record } from './primitives.js';

const links = z.array(id).max(100);
const someText = localisedNote.refine((text) => text.ar !== null || text.fr !== null || text.en !== null, { error: 'text/empty' });

/** An article of the signed text: what was promised, and by which steps and projects it is kept. */
export const article = z.object({ ...record, agreementId: id, number: z.string(), text: localisedTextOut, milestoneIds: z.array(id), projectIds: z.array(id), demonstration: z.boolean() });
export type Article = z.infer<typeof article>;
const articleFields = { number: line(20), text: someText, milestoneIds: links, projectIds: links };
export const articleCreate = z.strictObject({ agreementId: id, ...articleFields, milestoneIds: links.default([]), projectIds: links.default([]) });
export type ArticleCreate = z.infer<typeof articleCreate>;
export const articlePatch = z.strictObject(articleFields).partial();
export type ArticlePatch = z.infer<typeof articlePatch>;
export const articleList = { sort: ['number'], defaultOrder: 'asc', filters: { id: 'id', agreementId: 'id' }, search: true } as const satisfies ListShape;

/** How much of an agreement's text has become real. `percent` is null while no article is entered. */
export const coverage = z.object({
  agreementId: id, total: z.int(), covered: z.int(), underway: z.int(), withoutEvidence: z.int(), withoutStep: z.int(), percent: z.int().nullable(),
  articles: z.array(z.object({ id, number: z.string(), text: localisedTextOut, state: articleState })),
});
export type Coverage = z.infer<typeof coverage>;
