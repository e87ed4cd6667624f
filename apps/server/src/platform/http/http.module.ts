import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { Door } from './door.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { IdempotencyStore } from './idempotency.store.js';
import { LinkTokens } from './link-tokens.js';
import { ProblemFilter } from './problem.filter.js';
import { ContractPipe } from './validation.js';

/** What every request passes: the door, the schemas, the keys against doing it twice, and the shape of a refusal. Needs a `Sessions` from the feature `access`. */
@Global()
@Module({
  providers: [
    Door, IdempotencyStore, LinkTokens, ProblemFilter,
    { provide: APP_PIPE, useClass: ContractPipe },
    { provide: APP_FILTER, useExisting: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [Door, IdempotencyStore, LinkTokens, ProblemFilter],
})
export class HttpModule {}
