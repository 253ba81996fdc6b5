import { defineConfig } from 'prisma/config';

/** The command line of Prisma is a development tool here; at run time migrations go through `rightsdesk migrate`. */
export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
