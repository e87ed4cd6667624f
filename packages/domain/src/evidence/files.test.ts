import { EVIDENCE_TYPES, type EvidenceType } from '@tawama/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameFor, photoTypeOf, typeOfFile } from './files.js';

const bytes = (...parts: (string | number)[]): Uint8Array => new Uint8Array(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part].map((sign) => sign.charCodeAt(0)))));
const zip = (first: string): Uint8Array => bytes('PK', 3, 4, ...Array.from({ length: 26 }, () => 0), first);

describe('what a file is', () => {
  it.each([
    ['a.pdf', bytes('%PDF-1.7'), 'application/pdf'], ['a.txt', bytes('%PDF-1.7'), 'application/pdf'], ['a', bytes(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
    ['a', bytes(0x89, 'PNG\r\n', 0x1a, '\n'), 'image/png'], ['a', bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 '), 'image/webp'], ['a', bytes(0, 0, 0, 24, 'ftypheic'), 'image/heic'],
    ['a.docx', zip('[Content_Types].xml'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['A.XLSX', zip('_rels/.rels'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], ['a.odt', zip('mimetypeapplication/vnd.oasis.opendocument.textPK'), 'application/vnd.oasis.opendocument.text'],
  ])('%s', (name, head, expected) => expect(typeOfFile(head, name)).toBe(expected));

  it.each([
    ['page.html', bytes('<!doctype html>')], ['drawing.svg', bytes('<svg xmlns=')], ['a.pdf', bytes(' %PDF-')], ['a.pdf', bytes('%PDF')], ['a.jpg', bytes(0xff, 0xd8)], ['a.docx', zip('evil.exe')],
    ['a.zip', zip('[Content_Types].xml')], ['a.docx', bytes('PK', 5, 6)], ['a.exe', bytes('MZ')], ['a.mp4', bytes(0, 0, 0, 24, 'ftypisom')], ['a', bytes()], ['a.odt', zip('mimetypeapplication/vnd.oasis.opendocument.text-template')],
  ])('%s is nothing that is kept', (name, head) => expect(typeOfFile(head, name)).toBeNull());
});

describe('what a picture is', () => {
  it('is what every browser shows, and nothing that could act as a page', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (head) => {
      const type = photoTypeOf(head);
      if (type !== null) expect(type).toBe(typeOfFile(head, 'a.docx'));
    }));
    expect([bytes(0xff, 0xd8, 0xff, 0xe1), bytes(0x89, 'PNG\r\n', 0x1a, '\n'), bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 ')].map(photoTypeOf)).toEqual(['image/jpeg', 'image/png', 'image/webp']);
    for (const head of [bytes('%PDF-1.7'), bytes(0, 0, 0, 24, 'ftypheic'), bytes('<svg xmlns='), bytes('<html>'), bytes('GIF89a'), bytes()]) expect(photoTypeOf(head)).toBeNull();
  });
});

describe('the name of a file', () => {
  it.each([
    ['visa.pdf', 'visa.pdf'], ['المقرر رقم 12.pdf', 'المقرر رقم 12.pdf'], ['../../etc/passwd', 'passwd.pdf'], ['C:\\Documents\\a.doc', 'a.pdf'], ['evil.html', 'evil.pdf'], ['a.pdf.exe', 'a.pdf.pdf'],
    ['', 'document.pdf'], ['...', 'document.pdf'], ['.pdf', 'document.pdf'], ['a\u202egpj.pdf', 'a gpj.pdf'], ['a"b<c>.pdf', 'a b c.pdf'], ['  x  y  ', 'x y.pdf'],
  ])('%j is given back as %s', (given, expected) => expect(fileNameFor(given, 'application/pdf', 'document')).toBe(expected));

  it('is one that any system takes, and ends as what the file is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...(Object.keys(EVIDENCE_TYPES) as EvidenceType[])), (given, type) => {
      const name = fileNameFor(given, type, 'document');
      expect(name.endsWith(`.${EVIDENCE_TYPES[type]}`)).toBe(true);
      expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^\.|\.\./u);
      expect([...name].length).toBeLessThanOrEqual(106);
    }));
  });
});
