// Compiles mails/*.mjml into src/mails/generated/templates.ts, once for each writing direction. Run time only fills the blanks.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import mjml2html from 'mjml';

const here = path.dirname(fileURLToPath(import.meta.url));
const sources = path.join(here, '..', 'mails');
const target = path.join(here, '..', 'src', 'mails', 'generated', 'templates.ts');

const SIDES = { ltr: { dir: 'ltr', start: 'left', end: 'right' }, rtl: { dir: 'rtl', start: 'right', end: 'left' } };

const withParts = async (source) => {
  let text = source;
  for (const [token, name] of source.matchAll(/@@include (\w+)@@/g)) text = text.replace(token, await readFile(path.join(sources, `${name}.part.mjml`), 'utf8'));
  return text;
};

// MJML reads a tag between two components as text; a section around whole components needs mj-raw.
const sectionsAsRaw = (text) => text.replace(/^(\s*)(\{\{[#/][\w.]+\}\})(<mj-)/gm, '$1<mj-raw>$2</mj-raw>$3').replace(/(<\/mj-[\w]+>)(\{\{[#/][\w.]+\}\})\s*$/gm, '$1<mj-raw>$2</mj-raw>');

const compile = async (file, side) => {
  const source = sectionsAsRaw(await withParts(await readFile(path.join(sources, file), 'utf8')))
    .replace(/@@(dir|start|end)@@/g, (_, key) => SIDES[side][key]);
  const { html, errors } = await mjml2html(source, { validationLevel: 'strict', keepComments: false, fonts: {} });
  if (errors.length > 0) throw new Error(`${file}: ${errors.map((error) => error.formattedMessage).join('; ')}`);
  return html
    .replace(/direction:ltr/g, `direction:${side}`)
    // some mail programs drop html and body: direction and language stand on every table and cell too
    .replace(/<(body|table|td)\b(?![^>]*\sdir=)/g, `<$1 lang="{{lang}}" dir="${side}"`)
    .replace(/>\s+</g, '><').replace(/\n\s*/g, '\n').trim();
};

const files = (await readdir(sources)).filter((file) => file.endsWith('.mjml') && !file.endsWith('.part.mjml')).sort();
const templates = {};
for (const file of files) templates[file.replace(/\.mjml$/, '')] = { ltr: await compile(file, 'ltr'), rtl: await compile(file, 'rtl') };

const text = `// Made by scripts/compile-mails.mjs from mails/*.mjml; not kept in git.\nexport const templates = ${JSON.stringify(templates, null, 1)} as const;\n`;
const before = await readFile(target, 'utf8').catch(() => '');
if (before !== text) {
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}
