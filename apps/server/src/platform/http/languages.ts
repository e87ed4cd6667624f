import { LANGUAGES, type Language } from '@tawama/contracts';

/** The club's first language: what a reader gets who asks for none of ours. */
const OTHERWISE: Language = 'ar';

/** The language of ours that an Accept-Language header (RFC 9110, 12.5.4) likes best. */
export function preferredLanguage(header: string | undefined, otherwise: Language = OTHERWISE): Language {
  const wishes = (header ?? '').slice(0, 500).split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((q) => q !== undefined);
    return { language: LANGUAGES.find((ours) => tag.trim() === ours || tag.trim().startsWith(`${ours}-`)), weight: weight === undefined ? 1 : Number(weight) };
  });
  let best: { language: Language; weight: number } | undefined;
  for (const { language, weight } of wishes) {
    if (language !== undefined && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? otherwise;
}
