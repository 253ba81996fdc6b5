import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import { loadControllers } from '@/lib/platform/controllers/load';
import { TEST_CONTROLLERS } from '@/tests/support/chinook';
import { report } from './measure';

const count = Number(process.argv[2]);
const COLUMNS = ['made_at', 'state', 'note', 'amount'];
const HEAD_ENDS = '\n    collections:\n';

/** Ten tables hang on each other, and the first of each ten on the account, as in a large application. */
function collection(no: number): string {
  const leads = no === 0 ? 'email' : no % 10 === 0 ? 'account_id' : 'parent_id';
  const to = no % 10 === 0 ? 'table_0.id' : `table_${no - 1}.id`;
  const link =
    no === 0
      ? '{ name: email, data_categories: [user.contact.email], fides_meta: { identity: email }, meta: { rightsdesk: { title: Address } } }'
      : `{ name: ${leads}, data_categories: [user.unique_id], fides_meta: { references: [{ dataset: shop, field: ${to}, direction: from }] }, meta: { rightsdesk: { title: Belongs to } } }`;
  const columns = COLUMNS.map(
    (name) => `          - { name: ${name}, data_categories: [user], meta: { rightsdesk: { title: Column ${name} } } }`,
  ).join('\n');
  return `      - name: table_${no}
        meta: { rightsdesk: { title: Table ${no}, description: What table ${no} holds., category: purchases${no === 0 ? ', account: true' : ''} } }
        fields:
          - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true }, meta: { rightsdesk: { title: Number } } }
          - ${link}
${columns}
`;
}

const folder = mkdtempSync(path.join(tmpdir(), 'rightsdesk-bench-'));
try {
  cpSync(TEST_CONTROLLERS, folder, { recursive: true });
  const file = path.join(folder, 'chinook', 'data-map.yaml');
  const own = readFileSync(file, 'utf8');
  const head = own.slice(0, own.indexOf(HEAD_ENDS) + HEAD_ENDS.length);
  writeFileSync(file, head + Array.from({ length: count }, (_, no) => collection(no)).join(''));
  await report(async () => {
    const { controllers, problems } = loadControllers(folder);
    if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 3)));
    const { systems } = collectionPlan(controllers.get('chinook')!.dataMap, { email: ['luis@example.com'] });
    const steps = systems.reduce((sum, system) => sum + system.steps.length, 0);
    if (steps !== count) throw new Error(`${steps} of ${count} collections are reached`);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
