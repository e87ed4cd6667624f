import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Env } from '../env.js';
import { DiskStorage } from './disk-storage.js';
import { S3Storage } from './s3-storage.js';
import { Storage } from './storage.js';

/** Under the folder of the data: what is kept, unless a bucket keeps it, and what is just arriving. One file system, so that a draft is kept by its name alone. */
export const EVIDENCE_FOLDER = 'evidence';
export const DRAFTS_FOLDER = 'drafts';

export const diskStorageIn = (dataDir: string): Storage => new DiskStorage(join(dataDir, EVIDENCE_FOLDER));
export const storageOf = ({ dataDir, storage }: Pick<Env, 'dataDir' | 'storage'>): Storage => (storage ? new S3Storage(storage) : diskStorageIn(dataDir));

/** Where files are kept. */
@Global()
@Module({ providers: [{ provide: Storage, inject: [Env], useFactory: storageOf }], exports: [Storage] })
export class StorageModule {}
