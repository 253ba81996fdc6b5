import { renderReport } from '@/lib/documents/report/render';
import { aCategory, someFacts } from '../unit/bundle/facts';
import { report } from './measure';

const kinds = Number(process.argv[2]);
const categories = Array.from({ length: kinds }, (_, n) => ({
  category: aCategory({ collectionId: `kind-${n}`, title: `Kind ${n}` }),
  columns: [{ name: 'id', title: 'Number' }],
  leftOut: [],
  rows: [[String(n)]],
  count: 1,
  path: `data/kind-${n}.csv`,
  jsonPath: `data/kind-${n}.json`,
}));

await report(() => renderReport({ facts: someFacts(), categories, keyFingerprint: 'ab'.repeat(32) }));
