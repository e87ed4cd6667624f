import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `project_photo`: a picture of a project. The content lies in the storage, under its hash. */
export type ProjectPhotoRow = {
  id: string; version: number; project_id: string; caption: string; taken_on: string | null; place: number; mime_type: string; bytes: number; sha256: string;
  account_id: string | null; at: Date; removed_at: Date | null; demonstration: boolean;
};

export const projectPhotoEntity = new EntitySchema<ProjectPhotoRow>({
  name: 'project_photo',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'project_photo_pkey' },
    version: { type: 'integer', default: 1 },
    project_id: { type: 'uuid' },
    caption: { type: 'text' },
    taken_on: { type: 'date', nullable: true },
    place: { type: 'integer' },
    mime_type: { type: 'text' },
    bytes: { type: 'integer' },
    sha256: { type: 'text' },
    account_id: { type: 'uuid', nullable: true },
    at: { type: 'timestamptz', default: () => 'club_now()' },
    removed_at: { type: 'timestamptz', nullable: true },
    demonstration: { type: 'boolean', default: false },
  } satisfies Required<EntitySchemaOptions<ProjectPhotoRow>['columns']>,
  checks: [
    { name: 'project_photo_mime_type_check', expression: `mime_type IN ('image/jpeg', 'image/png', 'image/webp')` },
    { name: 'project_photo_sha256_check', expression: `sha256 ~ '^[0-9a-f]{64}$'` },
  ],
  foreignKeys: [
    { name: 'project_photo_project_id_fkey', target: 'project', columnNames: ['project_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'project_photo_account_id_fkey', target: 'account', columnNames: ['account_id'], referencedColumnNames: ['id'] },
  ],
  indices: [
    { name: 'project_photo_project', columns: ['project_id', 'place'], where: 'removed_at IS NULL' },
    { name: 'project_photo_sha256', columns: ['sha256'] },
  ],
});
