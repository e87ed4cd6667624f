import { toHtml } from './isolate.js';

/** What fills a template: texts, nested blocks, and lists of blocks. An empty text or null leaves its section out. */
export type Block = { readonly [name: string]: string | null | Block | readonly Block[] };

const SECTION = /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/g;
const BLANK = /\{\{([\w.]+)\}\}/g;

const lookUp = (name: string, scopes: readonly Block[]): Block[string] => {
  const [head = '', ...rest] = name.split('.');
  const scope = scopes.find((block) => Object.hasOwn(block, head));
  if (!scope) throw new Error(`mail template: nothing fills {{${name}}}`);
  let value: Block[string] = scope[head] ?? null;
  for (const part of rest) value = typeof value === 'object' && value !== null && part in value ? ((value as Block)[part] ?? null) : null;
  return value;
};

const isList = (value: Block[string]): value is readonly Block[] => Array.isArray(value);

/** Fills a compiled template. Every text is escaped; a blank that nothing fills throws. */
export const fill = (template: string, scopes: readonly Block[]): string => {
  const withSections = template.replace(SECTION, (_, name: string, inner: string) => {
    const value = lookUp(name, scopes);
    if (isList(value)) return value.map((block) => fill(inner, [block, ...scopes])).join('');
    if (value === null || value === '') return '';
    return fill(inner, typeof value === 'string' ? scopes : [value, ...scopes]);
  });
  return withSections.replace(BLANK, (_, name: string) => {
    const value = lookUp(name, scopes);
    if (value !== null && typeof value !== 'string') throw new Error(`mail template: {{${name}}} is not a text`);
    return toHtml(value ?? '');
  });
};
