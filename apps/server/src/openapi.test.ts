import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeApi, OPENAPI_FILE } from './openapi.js';

describe('the API document', () => {
  it('is committed as the program serves it (pnpm openapi writes it)', async () => {
    expect(JSON.parse(await describeApi())).toEqual(JSON.parse(readFileSync(OPENAPI_FILE, 'utf8')));
  });
});
