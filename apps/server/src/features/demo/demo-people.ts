import type { Language, PersonFunction, Role } from '@tawama/contracts';

/**
 * The people of the demonstration. All are invented, first names with one letter, at addresses of example.org that no
 * mail reaches; none of them is, or acts for, a person named in the club's sources.
 */
export type DemoPerson = { name: string; email: string; city: string; function: PersonFunction; language: Language; mandateEndsOn: string | null };

const AT = 'example.org';

export const DEMO_PEOPLE: DemoPerson[] = [
  { name: 'خديجة ب.', email: `coordination.smara@${AT}`, city: 'smara', function: 'coordinator', language: 'ar', mandateEndsOn: null },
  { name: 'سليمان ح.', email: `coordination.amgala@${AT}`, city: 'amgala', function: 'coordinator', language: 'ar', mandateEndsOn: null },
  { name: 'نادية ر.', email: `juridique.smara@${AT}`, city: 'smara', function: 'legal', language: 'fr', mandateEndsOn: null },
  { name: 'ديوان الرئاسة – محمد ل.', email: `cabinet.smara@${AT}`, city: 'smara', function: 'mayorOffice', language: 'ar', mandateEndsOn: null },
  { name: 'عبد الله م.', email: `conseil.smara@${AT}`, city: 'smara', function: 'council', language: 'ar', mandateEndsOn: '2027-09-30' },
  { name: 'فاطمة الزهراء أ.', email: `secretariat.smara@${AT}`, city: 'smara', function: 'secretariat', language: 'ar', mandateEndsOn: null },
  { name: 'يوسف ت.', email: `finances.smara@${AT}`, city: 'smara', function: 'finance', language: 'fr', mandateEndsOn: '2026-03-20' },

  { name: 'Mahamat S.', email: `ndjamena@${AT}`, city: 'ndjamena', function: 'focalPoint', language: 'fr', mandateEndsOn: null },
  { name: 'Aïssata I.', email: `niamey@${AT}`, city: 'niamey', function: 'focalPoint', language: 'fr', mandateEndsOn: '2026-06-30' },
  { name: 'Ibrahim A.', email: `agadez@${AT}`, city: 'agadez', function: 'focalPoint', language: 'fr', mandateEndsOn: null },
  { name: 'Oumou T.', email: `tombouctou@${AT}`, city: 'timbuktu', function: 'focalPoint', language: 'fr', mandateEndsOn: null },
  { name: 'Rodrigue H.', email: `porto-novo@${AT}`, city: 'porto-novo', function: 'focalPoint', language: 'fr', mandateEndsOn: null },
  { name: 'Fatou J.', email: `banjul@${AT}`, city: 'banjul', function: 'focalPoint', language: 'en', mandateEndsOn: null },
  { name: 'Lakshmi P.', email: `vijayawada@${AT}`, city: 'vijayawada', function: 'focalPoint', language: 'en', mandateEndsOn: null },
  { name: 'Awa D.', email: `dakar@${AT}`, city: 'dakar', function: 'focalPoint', language: 'fr', mandateEndsOn: null },
  { name: 'Salif K.', email: `ouagadougou@${AT}`, city: 'ouagadougou', function: 'focalPoint', language: 'fr', mandateEndsOn: null },
  { name: 'Grace W.', email: `mableton@${AT}`, city: 'mableton', function: 'focalPoint', language: 'en', mandateEndsOn: null },
  { name: 'Daniel C.', email: `north-miami@${AT}`, city: 'north-miami', function: 'focalPoint', language: 'en', mandateEndsOn: null },
  { name: 'Ndeye F.', email: `keur-massar@${AT}`, city: 'keur-massar', function: 'focalPoint', language: 'fr', mandateEndsOn: null },
  { name: 'Chantal B.', email: `parakou@${AT}`, city: 'parakou', function: 'focalPoint', language: 'fr', mandateEndsOn: null },
  { name: 'Lamin S.', email: `brikama@${AT}`, city: 'brikama', function: 'focalPoint', language: 'en', mandateEndsOn: null },
];

/** The accounts that the contract names; `person` is the address of the person who signs in with it. */
export const DEMO_ACCOUNTS: { email: string; name: string; role: Role; language: Language; person: string | null }[] = [
  { email: 'admin@smara.example', name: 'مدير النظام', role: 'administrator', language: 'ar', person: null },
  { email: 'coordinator@smara.example', name: 'خديجة ب.', role: 'coordinator', language: 'ar', person: `coordination.smara@${AT}` },
  { email: 'legal@smara.example', name: 'نادية ر.', role: 'legal', language: 'fr', person: `juridique.smara@${AT}` },
  { email: 'council@smara.example', name: 'عبد الله م.', role: 'council', language: 'ar', person: `conseil.smara@${AT}` },
];
export const DEMO_PASSWORD = 'tawama-demo';
