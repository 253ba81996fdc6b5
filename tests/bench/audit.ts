import { appendLeaf, EMPTY_FRONTIER, frontierRoot } from '@/lib/domain/audit/frontier';
import { leafHash } from '@/lib/domain/audit/merkle';
import { report } from './measure';

const count = Number(process.argv[2]);

await report(async () => {
  let frontier = EMPTY_FRONTIER;
  for (let no = 0; no < count; no++) frontier = appendLeaf(frontier, leafHash(Buffer.from(`event ${no}`)));
  return frontierRoot(frontier);
});
