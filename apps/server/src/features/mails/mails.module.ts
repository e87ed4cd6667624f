import { Module } from '@nestjs/common';
import { ContentsStore } from './contents.store.js';
import { MailWriter } from './mail-writer.js';

@Module({ providers: [ContentsStore, MailWriter], exports: [ContentsStore, MailWriter] })
export class MailsModule {}
