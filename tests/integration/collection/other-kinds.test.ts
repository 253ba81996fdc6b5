import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { loadSystems } from '@/lib/features/cases/loaders/systems';
import { readRecords } from '@/lib/features/collection/data/records';
import { AskAgainLater, collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { buildBundle } from '@/lib/features/fulfilment/mutations/build-bundle';
import { loadDocument } from '@/lib/features/inquiries/loaders';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { bundleOf } from '@/tests/integration/fulfilment/bundle-files';
import { ALICE, BOB, collecting, grantAll, kindsOf, leaveShown, must } from '@/tests/integration/requests/walk';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { aService, json, type Service } from '@/tests/support/http-service';
import { controllersBeside } from '@/tests/support/papers';

const never = new AbortController().signal;

const FACTS =
  'defaults: { recipients: [], retention: customer, purposes: [sell], source: subject, transfers: [], automatedDecision: none }';
const BY = '{ name: email, data_categories: [user.contact.email], fides_meta: { identity: email } }';

const SYSTEMS = `
dataset:
  - fides_key: crm
    name: Customer register
    meta: { rightsdesk: { connector: http, url: OTHER_CRM_URL, http: { inside: [localhost], perSecond: 1000 }, ${FACTS} } }
    collections:
      - name: contacts
        meta:
          rightsdesk: { title: Contact, category: account, http: { find: [{ by: email, request: GET /contacts, query: { email: "{email}" }, records: items }] } }
        fields: [{ name: id, fides_meta: { primary_key: true } }, ${BY}, { name: balance, meta: { rightsdesk: { title: Balance } } }]
  - fides_key: share
    name: Scans
    meta: { rightsdesk: { connector: files, url: OTHER_SHARE_URL, ${FACTS} } }
    collections:
      - name: contracts
        meta: { rightsdesk: { title: Contracts, category: account, files: { path: "contracts/{email}/" } } }
        fields: [${BY}]
`;

let instance: TestInstance;
let service: Service;
const controllers = controllersBeside('other-kinds', SYSTEMS);
const share = mkdtempSync(path.join(tmpdir(), 'rightsdesk-share-'));
const PDF = '%PDF-1.7\nWe agree.\n%%EOF\n';
beforeAll(async () => {
  service = await aService();
  mkdirSync(path.join(share, 'contracts', 'Luis@Example.com'), { recursive: true });
  writeFileSync(path.join(share, 'contracts', 'Luis@Example.com', 'Contract 2019.pdf'), PDF);
  instance = await anInstance({
    CONTROLLERS_DIR: controllers.folder,
    OTHER_CRM_URL: service.address.replace('//', '//:sesame@'),
    OTHER_SHARE_URL: `file://${share}`,
  });
});
afterAll(async () => {
  await instance.stop();
  await service.close();
  controllers.remove();
  rmSync(share, { recursive: true });
});

it('a service and a folder are asked, named where they fail, asked again, and handed over with every digit and document', async () => {
  const { caseId } = await collecting();
  const tasks = new Map(
    (await db().collectionTask.findMany({ where: { caseId } })).map((task) => [task.systemId, task.id]),
  );
  const systems = async () =>
    Object.fromEntries((await loadSystems(caseId, controller('chinook').dataMap)).map((system) => [system.id, system]));

  service.answer = (_, response) => void response.writeHead(503, { 'retry-after': '3600' }).end();
  await expect(collectFromSystem(tasks.get('crm')!, never, new Date(Date.now() + 60_000))).rejects.toThrow(
    AskAgainLater,
  );
  expect((await systems()).crm).toMatchObject({ state: 'waiting', failure: 'unreachable' });
  service.answer = (_, response) =>
    json(response, '{"items":[{"id":12345678901234567890,"email":"luis@example.com","balance":10.10}]}');
  for (const id of tasks.values()) await collectFromSystem(id, never);

  expect((await systems()).crm).toMatchObject({ state: 'answered', records: 1, attempts: 2 });
  const scans = (await systems()).share!;
  expect(scans).toMatchObject({ state: 'answered', records: 1, documentCount: 1 });
  const opened = await loadDocument(ALICE.id, caseId as AuthorizedCaseId, scans.documents[0]!.id);
  expect(await new Response(opened!.body).text()).toBe(PDF);
  const [record] = await readRecords(caseId, 'crm.contacts', 0, 9);
  expect(JSON.stringify(record)).toContain('12345678901234567890');

  await leaveShown(caseId);
  await grantAll(caseId);
  await must(caseId, { type: 'ApproveDecision' }, BOB);
  const { id: bundleId } = await db().bundle.findFirstOrThrow({ where: { caseId } });
  await buildBundle(bundleId, never);
  const { files } = await bundleOf(caseId, instance.blobDir);
  expect(files.get('documents/share.contracts/001-Contract-2019.pdf')!.toString()).toBe(PDF);
  expect(files.get('data/crm.contacts.json')!.toString()).toMatch(/12345678901234567890[\s\S]*10\.10/);
  expect(await kindsOf(caseId)).toContain('SourceFailed');
});

it('a try that is begun anew leaves no document of the one before', async () => {
  const { caseId } = await collecting();
  const task = await db().collectionTask.findFirstOrThrow({ where: { caseId, systemId: 'share' } });
  const link = path.join(share, 'contracts', 'Luis@Example.com', 'z');
  symlinkSync('/etc/passwd', link);
  await collectFromSystem(task.id, never);
  expect(await db().collectionTask.findUniqueOrThrow({ where: { id: task.id } })).toMatchObject({
    state: 'failed',
    failure: 'badMap',
  });
  rmSync(link);
  await db().collectionTask.update({ where: { id: task.id }, data: { state: 'waiting' } });
  await collectFromSystem(task.id, never);
  const documents = await db().collectedDocument.findMany({ where: { taskId: task.id } });
  expect(documents.map(({ attempt }) => attempt)).toEqual([2]);
});
