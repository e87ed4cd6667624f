import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Env } from '../env.js';
import { DiskStorage } from './disk-storage.js';
import { Storage } from './storage.js';

/** Under the folder of the data: what is kept, and what is just arriving. One file system, so that a draft is kept by its name alone. */
export const EVIDENCE_FOLDER = 'evidence';
export const DRAFTS_FOLDER = 'drafts';

export const storageOn = (dataDir: string): Storage => new DiskStorage(join(dataDir, EVIDENCE_FOLDER));

/** Where files are kept. */
@Global()
@Module({ providers: [{ provide: Storage, inject: [Env], useFactory: (env: Env) => storageOn(env.dataDir) }], exports: [Storage] })
export class StorageModule {}
