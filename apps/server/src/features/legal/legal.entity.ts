import type { LocalisedText } from '@tawama/contracts';
import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `legal_outcome`: how the time that the law sets for a step ended. The latest one of a step counts. */
export type LegalOutcomeRow = {
  id: string; milestone_id: string; outcome: string; means: string | null; on: string; note: string; evidence_id: string | null; account_id: string | null; at: Date; demonstration: boolean;
};

export const legalOutcomeEntity = new EntitySchema<LegalOutcomeRow>({
  name: 'legal_outcome',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'legal_outcome_pkey' },
    milestone_id: { type: 'uuid' },
    outcome: { type: 'text' },
    means: { type: 'text', nullable: true },
    on: { type: 'date' },
    note: { type: 'text' },
    evidence_id: { type: 'uuid', nullable: true },
    account_id: { type: 'uuid', nullable: true },
    at: { type: 'timestamptz', default: () => 'club_now()' },
    demonstration: { type: 'boolean', default: false },
  } satisfies Required<EntitySchemaOptions<LegalOutcomeRow>['columns']>,
  checks: [
    { name: 'legal_outcome_outcome_check', expression: `outcome IN ('visa', 'refusal', 'silence')` },
    { name: 'legal_outcome_means_check', expression: `means IN ('accepted', 'refused')` },
    { name: 'legal_outcome_check', expression: `(outcome = 'silence') = (means IS NOT NULL) AND (outcome = 'visa' OR note <> '')` },
  ],
  foreignKeys: [
    { name: 'legal_outcome_milestone_id_fkey', target: 'milestone', columnNames: ['milestone_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'legal_outcome_evidence_id_fkey', target: 'evidence', columnNames: ['evidence_id'], referencedColumnNames: ['id'], onDelete: 'SET NULL' },
    { name: 'legal_outcome_account_id_fkey', target: 'account', columnNames: ['account_id'], referencedColumnNames: ['id'] },
  ],
  indices: [
    { name: 'legal_outcome_milestone', columns: ['milestone_id', 'at'] },
    { name: 'legal_outcome_evidence', columns: ['evidence_id'], where: 'evidence_id IS NOT NULL' },
  ],
});

/** A row of `legal_note`: what the law of a country says of a step. */
export type LegalNoteRow = {
  id: string; version: number; country: string; key: string; text: LocalisedText; days: number | null; source: string; state: string; verified_by: string | null; verified_on: string | null; search_text: string;
};

export const legalNoteEntity = new EntitySchema<LegalNoteRow>({
  name: 'legal_note',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'legal_note_pkey' },
    version: { type: 'integer', default: 1 },
    country: { type: 'text' },
    key: { type: 'text' },
    text: { type: 'jsonb' },
    days: { type: 'integer', nullable: true },
    source: { type: 'text' },
    state: { type: 'text', default: 'toVerify' },
    verified_by: { type: 'uuid', nullable: true },
    verified_on: { type: 'date', nullable: true },
    search_text: { type: 'text', default: '' },
  } satisfies Required<EntitySchemaOptions<LegalNoteRow>['columns']>,
  checks: [
    { name: 'legal_note_state_check', expression: `state IN ('toVerify', 'confirmed')` },
    { name: 'legal_note_check', expression: `(state = 'confirmed') = (verified_on IS NOT NULL)` },
  ],
  foreignKeys: [{ name: 'legal_note_verified_by_fkey', target: 'account', columnNames: ['verified_by'], referencedColumnNames: ['id'] }],
  indices: [{ name: 'legal_note_key', columns: ['key', 'country'] }],
});
