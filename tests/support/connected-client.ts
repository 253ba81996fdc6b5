import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { testDatabase, type TestDatabase } from './database';

/** A migrated database for the tests of one file. @returns who asks it, once the tests run */
export function connectedClient(): () => Client {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await testDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  return () => client;
}
