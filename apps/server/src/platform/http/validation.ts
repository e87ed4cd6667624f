import { Injectable, StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { Refusal, type RefusedField } from './refusal.js';

type Issue = { readonly message: string; readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined };

/** Body, query and parameters against the schemas of the contracts; a value that does not fit is `request/invalid` with every field that is wrong. */
@Injectable()
export class ContractPipe extends StandardSchemaValidationPipe {
  override async transform<T = unknown>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const { schema } = metadata;
    if (!schema || metadata.type === 'custom') return value;
    const result = await schema['~standard'].validate(value);
    if (result.issues) throw new Refusal('request/invalid', { fields: fieldsOf(result.issues, metadata.data) });
    return result.value as T;
  }
}

/** One entry an issue; an unknown key is named by its own path. At most 100, so that a hostile body cannot ask for a long answer. */
export function fieldsOf(issues: readonly Issue[], parameter?: string): RefusedField[] {
  return issues.flatMap((issue) => refused(issue, parameter)).slice(0, 100);
}

function refused(issue: Issue, parameter: string | undefined): RefusedField[] {
  const path = [...(parameter === undefined ? [] : [parameter]), ...(issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step))];
  const details: Record<string, unknown> = { ...issue };
  if (details['code'] === 'unrecognized_keys' && Array.isArray(details['keys'])) {
    return details['keys'].map((key) => ({ path: [...path, String(key).slice(0, 100)].join('.'), code: 'unrecognized_keys', params: { keys: [key] } }));
  }
  return [{ path: path.join('.'), code: codeOf(issue.message, details), params: details }];
}

/** A rule's own message is its code; else zod's, with what is missing told apart from what is of the wrong kind. */
function codeOf(message: string, details: Record<string, unknown>): string {
  if (/^[a-z]+\/[a-z-]+$/.test(message)) return message;
  if (details['code'] === 'invalid_type' && /received undefined/.test(message)) return 'required';
  return typeof details['code'] === 'string' ? details['code'] : 'custom';
}
