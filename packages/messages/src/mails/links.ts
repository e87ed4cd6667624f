/** Only http and https addresses become links; anything else is left out. */
export const safeUrl = (url: string | null): string => {
  if (!url || !URL.canParse(url)) return '';
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : '';
};
