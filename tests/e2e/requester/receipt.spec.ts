import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPublicKey } from 'node:crypto';
import { expect } from '@playwright/test';
import { verifyBundle } from '@/lib/documents/bundle/verify';
import { test } from '../browser-test';
import { anAddress, PortalPage } from '../pages/portal-page';

test('whoever sent a request keeps a receipt that says what they asked for, and that strangers can check', async ({
  page,
}) => {
  const portal = new PortalPage(page, 'callsapp', 'bg');
  await portal.answer({ email: anAddress(), name: 'Надя Вебер', rights: ['change'] });
  const reference = await portal.send();
  await expect(portal.main().getByRole('link', { name: portal.say('do.receipt') })).toBeVisible();
  const answer = await page.request.get('/callsapp/bg/my-request/receipt');
  expect(answer.headers()['content-disposition']).toContain(`${reference}-receipt.zip`);
  const { keys } = (await (await page.request.get('/.well-known/rightsdesk-keys.json')).json()) as {
    keys: { pem: string }[];
  };
  const trusted = keys.map(({ pem }) => createPublicKey(pem));

  const folder = mkdtempSync(path.join(tmpdir(), 'receipt-'));
  try {
    const file = path.join(folder, 'receipt.zip');
    const zip = await answer.body();
    writeFileSync(file, zip);
    const checked = await verifyBundle(file, trusted);
    expect(checked).toMatchObject({ ok: true, value: { problems: [], ownKey: false, manifest: { reference } } });
    expect(checked.ok && checked.value.manifest.files.map((one) => one.path)).toContain('receipt.txt');

    // One byte of what it says is enough.
    const changed = Buffer.from(zip);
    const at = changed.indexOf('receipt.txt') + 60;
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(file, changed);
    const again = await verifyBundle(file, trusted);
    expect(again.ok && again.value.problems.length === 0).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
