/**
 * Every refusal the program can answer: code → HTTP status. The text of each in ar, fr, en stands in `messages`,
 * where the type checker asks for it.
 */
export const ERROR_STATUS = {
  'request/invalid': 400,
  'request/malformed-json': 400,
  'request/unsupported-media-type': 415,
  'request/too-large': 413,
  'request/missing-header': 403,
  'request/foreign-origin': 403,
  'request/not-found': 404,
  'request/method-not-allowed': 405,
  'request/version-required': 428,
  'request/forwarded-in-demo': 403,
  'list/too-deep': 400,
  'idempotency/other-body': 422,
  'idempotency/in-progress': 409,
  'auth/required': 401,
  'auth/wrong-credentials': 401,
  'auth/too-many-attempts': 429,
  'auth/link-invalid': 410,
  'auth/password-too-short': 400,
  'auth/password-too-common': 400,
  'auth/password-is-address': 400,
  'auth/password-wrong': 422,
  'access/denied': 403,
  'record/not-found': 404,
  'record/stale': 409,
  'record/duplicate': 409,
  'record/in-use': 409,
  'city/unknown-zone': 400,
  'city/not-home': 400,
  'city/not-partner': 400,
  'person/duplicate-email': 409,
  'person/inactive': 400,
  'person/same-successor': 400,
  'note/not-yours': 403,
  'user/duplicate-email': 409,
  'user/last-administrator': 409,
  'user/self': 409,
  'agreement/unknown-template': 400,
  'agreement/unknown-event': 400,
  'agreement/no-partner': 400,
  'agreement/closed': 409,
  'agreement/not-allowed-in-status': 409,
  'agreement/term-over': 409,
  'agreement/reminders-already-started': 409,
  'agreement/missing-opening-event': 400,
  'event/in-the-future': 400,
  'event/before-anchor': 400,
  'template/has-problems': 422,
  'template/not-draft': 409,
  'template/not-published': 409,
  'milestone/not-allowed-in-status': 409,
  'milestone/due-date-null': 409,
  'milestone/done-in-the-future': 400,
  'milestone/owner-not-home': 400,
  'milestone/counterpart-not-partner': 400,
  'milestone/owner-is-authority': 400,
  'delivery/not-allowed-in-state': 409,
  'incident/closed': 409,
  'clock/backwards': 422,
  'clock/too-far': 422,
  'forecast/range-too-long': 400,
  'forecast/range-reversed': 400,
  'forecast/too-far': 400,
  'forecast/too-large': 400,
  'service/unavailable': 503,
  'service/unexpected': 500,
} as const;
export type ErrorCode = keyof typeof ERROR_STATUS;
export const ERROR_CODES = Object.keys(ERROR_STATUS) as ErrorCode[];

/** One field that was refused: `path` in dotted form, `code` stable, `message` in the reader's language. */
export type FieldProblem = { path: string; code: string; message: string };

/** RFC 9457 problem details as this program sends them. */
export type Problem = {
  type: string; title: string; status: number; code: ErrorCode; detail: string;
  errors?: FieldProblem[]; current?: unknown;
};
