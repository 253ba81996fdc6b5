import { Command } from 'commander';
import { leftToIndex, reindexCases } from '@/lib/features/search/mutations';
import { closeDb } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { requireOwnInstance } from '../own-instance';

async function reindex(): Promise<void> {
  try {
    await requireOwnInstance();
    const left = await leftToIndex();
    const done = await reindexCases(Number.POSITIVE_INFINITY, (cases) => console.error(`${cases} of ${left}`));
    console.log(`${done} cases were indexed anew; every case is found by the first key of INDEX_KEY.`);
    if (env().INDEX_KEY.length > 1)
      console.log('Once every process runs with that key in front, the keys behind it may be taken out of INDEX_KEY.');
  } finally {
    await closeDb();
  }
}

export const reindexCommand = new Command('reindex').action(reindex);
