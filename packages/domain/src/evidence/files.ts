import { EVIDENCE_TYPES, PHOTO_TYPES, type EvidenceType, type PhotoType } from '@tawama/contracts';

const ascii = (head: Uint8Array, from: number, to: number): string => String.fromCharCode(...head.subarray(from, to));
const begins = (head: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, place) => head[place] === byte);

/** Names that a photograph of a telephone bears in its `ftyp` box. */
const HEIC_BRANDS: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1']);
/** Office files are ZIP archives: their name says of which program. */
const OFFICE: Readonly<Record<string, EvidenceType>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};
const ODT = 'application/vnd.oasis.opendocument.text';

/**
 * What a file is by its first bytes; null where it is nothing that is kept. The name is asked only which program an office file is
 * for, and only where the archive begins like one.
 * @param head at least the first 100 bytes, or the whole of a shorter file
 */
export function typeOfFile(head: Uint8Array, fileName: string): EvidenceType | null {
  if (ascii(head, 0, 5) === '%PDF-') return 'application/pdf';
  if (begins(head, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begins(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(head, 4, 8) === 'ftyp' && HEIC_BRANDS.has(ascii(head, 8, 12))) return 'image/heic';
  if (!begins(head, 0x50, 0x4b, 0x03, 0x04)) return null;
  const first = ascii(head, 30, 100);
  if (first.startsWith(`mimetype${ODT}`) && !first.startsWith(`mimetype${ODT}-`)) return ODT;
  return /^(\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|xl\/|ppt\/)/.test(first) ? OFFICE[endingOf(fileName)] ?? null : null;
}

/** What a picture is by its first bytes; null where it is nothing that every browser shows as a picture. */
export function photoTypeOf(head: Uint8Array): PhotoType | null {
  const type = typeOfFile(head, '');
  return PHOTO_TYPES.find((known) => known === type) ?? null;
}

const endingOf = (name: string): string => (/\.([a-z0-9]{1,8})$/i.exec(name)?.[1] ?? '').toLowerCase();

/** More than any file system of a receiver takes would be of no use; an Arabic letter takes two bytes. */
const LONGEST = 100;
const NO_FILE_NAME = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;

/**
 * The name under which a file is given back: the last part of what was sent, without what a system could take for more than a name,
 * and with the ending of what the file is.
 * @param otherwise the name where nothing is left
 */
export function fileNameFor(given: string, type: EvidenceType, otherwise: string): string {
  const ending = EVIDENCE_TYPES[type];
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const bare = last.replace(NO_FILE_NAME, ' ').replace(/\.[a-z0-9]{1,8}$/i, '').replace(/\s+/gu, ' ').replace(/^[.\s]+|[.\s]+$/gu, '');
  const short = Array.from(bare).slice(0, LONGEST).join('').trim();
  return `${short === '' ? otherwise : short}.${ending}`;
}
