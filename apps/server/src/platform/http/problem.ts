import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { ERROR_STATUS, type ErrorCode, type FieldProblem, type Language, type Problem } from '@tawama/contracts';
import { errorText, fieldText, inLanguage } from '@tawama/messages';
import { classifyPgError } from '../db/pg-errors.js';
import { Refusal, type RefusedField } from './refusal.js';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** RFC 9457 problem details of a refusal, in the reader's language. */
export function problemOf(refusal: Refusal, language: Language): Problem {
  const { code, status, detail: { fields, current } } = refusal;
  return {
    type: `urn:tawama:problem:${code.replace('/', ':')}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail: errorText(code, language),
    ...(fields === undefined ? {} : { errors: fields.map((field) => fieldProblem(field, language)) }),
    ...(current === undefined ? {} : { current }),
  };
}

const fieldProblem = ({ path, code, params, named }: RefusedField, language: Language): FieldProblem => {
  const message = isErrorCode(code) ? errorText(code, language) : fieldText(code, language, params);
  return { path, code, message: named === undefined ? message : `${message} «${inLanguage(named, language)}»` };
};

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERROR_STATUS, code);

/** Whatever was thrown while a request was handled, as a refusal; `service/unexpected` when nobody foresaw it. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof HttpException) return refusalOfStatus(error.getStatus());
  const ofDatabase = refusalOfDatabase(error);
  if (ofDatabase) return ofDatabase;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (BY_FASTIFY_CODE[code] !== undefined) return new Refusal(BY_FASTIFY_CODE[code]);
  if (error instanceof SyntaxError && 'statusCode' in error) return new Refusal('request/malformed-json');
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return refusalOfStatus(status);
}

const BY_FASTIFY_CODE: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_BAD_URL: 'request/not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'request/not-found',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request/too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request/unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request/malformed-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request/malformed-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request/malformed-json',
};

function refusalOfStatus(status: number): Refusal {
  switch (status) {
    case 401: return new Refusal('auth/required');
    case 403: return new Refusal('access/denied');
    case 404: case 414: return new Refusal('request/not-found');
    case 405: return new Refusal('request/method-not-allowed');
    case 413: return new Refusal('request/too-large');
    case 415: return new Refusal('request/unsupported-media-type');
    case 503: return new Refusal('service/unavailable', { retryAfterSeconds: 5 });
    default: return new Refusal(status >= 400 && status < 500 ? 'request/invalid' : 'service/unexpected');
  }
}

function refusalOfDatabase(error: unknown): Refusal | undefined {
  const failure = classifyPgError(error);
  switch (failure?.kind) {
    case undefined: return undefined;
    case 'unique': return new Refusal('record/duplicate');
    case 'reference': return new Refusal('record/in-use');
    case 'check': case 'badValue': return new Refusal('request/invalid', { fields: [{ path: '', code: 'custom' }] });
    case 'retry': case 'timeout': return new Refusal('service/unavailable', { retryAfterSeconds: 1 });
    case 'unavailable': return new Refusal('service/unavailable', { retryAfterSeconds: 5 });
  }
}
