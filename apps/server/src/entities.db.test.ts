import { createTestDatabase } from '@tawama/testkit';
import { expect, it } from 'vitest';
import { ENTITIES } from './entities.js';
import { createDataSource } from './platform/db/database.js';
import { createLog } from './platform/log.js';

/** Tables that no feature maps: the clock, settings and what the queue and the migrations keep for themselves are read by SQL alone. */
it('the migrations and the entities tell the same schema', async () => {
  const test = await createTestDatabase();
  const dataSource = createDataSource({ url: test.url, entities: ENTITIES, log: createLog('silent') });
  try {
    await dataSource.initialize();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  } finally {
    await dataSource.destroy();
    await test.drop();
  }
});
