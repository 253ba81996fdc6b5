import { type Browser, expect, type Page } from '@playwright/test';
import { demoPeople } from '@/lib/demo/people';
import { verifyBundle } from '@/lib/documents/bundle/verify';
import { parsePublishedKeys } from '@/lib/domain/bundle/published-keys';
import { filesOf } from '@/tests/integration/bundle/unpack';
import { test } from '../browser-test';
import { newestMail, PortalPage } from '../pages/portal-page';
import { DeskPage } from '../pages-desk/desk-page';
import { aColleague, query } from '../pages-desk/desk-world';

// Somebody of the crowd, with something in every system, of whom no other test speaks.
const { name, email } = demoPeople('callsapp')[211]!;

const person = async (browser: Browser, roles: Parameters<typeof aColleague>[0]): Promise<DeskPage> => {
  const desk = new DeskPage(await (await browser.newContext()).newPage(), await aColleague(roles));
  await desk.enter();
  return desk;
};

/** Lets the days pass in which the person can stop it: what was agreed to, and the mail that told them, are of a week earlier and a day. */
async function daysPass(reference: string): Promise<void> {
  const [found] = await query<{ id: string; noticeId: string }>(
    `update "Erasure" e set "approvedAt" = "approvedAt" - interval '9 days' from "Case" c
     where c."id" = e."caseId" and c."reference" = $1 returning e."id", e."noticeId"`,
    [reference],
  );
  await query(`update "Notice" set "sentAt" = "sentAt" - interval '9 days' where "id" = $1`, [found?.noticeId]);
  await query(`select graphile_worker.add_job('erase', json_build_object('erasureId', $1::text), job_key => $2)`, [
    found?.id,
    `erase:${found?.id}`,
  ]);
}

/** When the mail left that tells the person what will be deleted. */
async function toldAt(reference: string): Promise<Date | null> {
  const [notice] = await query<{ sentAt: Date | null }>(
    `select n."sentAt" from "Notice" n join "Erasure" e on e."noticeId" = n."id" join "Case" c on c."id" = e."caseId"
     where c."reference" = $1`,
    [reference],
  );
  return notice?.sentAt ?? null;
}

async function enterCode(page: Page, portal: PortalPage, button: string): Promise<void> {
  await page.locator('#code').fill((await newestMail(page, email)).code);
  await portal.go(portal.say(button));
}

test('an erasure from the form to the certificate behind the code, without scripts on the requester’s side', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const requester = await (await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true })).newPage();
  const portal = new PortalPage(requester, 'callsapp', 'en');
  await portal.open('/request/for-whom');
  for (const value of ['self', 'own', 'remove', 'all']) {
    await portal.choose(value);
    await portal.next();
  }
  await requester.locator('#name').fill(name);
  await requester.locator('#email').fill(email);
  await portal.next();
  const reference = await portal.send();
  await enterCode(requester, portal, 'sent.confirm.button');

  const desk = await person(browser, ['desk']);
  await desk.find(reference);
  await desk.acceptIdentity();
  await desk.next('Decide each right');
  await desk.grant();
  const approver = await person(browser, ['approver']);
  await approver.find(reference);
  await approver.page.getByRole('link', { name: 'Check and approve' }).click();
  await approver.page.getByRole('button', { name: 'Approve and answer' }).click();

  await desk.find(reference);
  await desk.page.getByRole('button', { name: 'Make the plan' }).click();
  await expect(desk.page.getByRole('heading', { name: 'A second person agrees to this plan' })).toBeVisible({
    timeout: 60_000,
  });
  // Whoever asked for the plan cannot agree to it.
  await expect(desk.page.getByText('You asked for this plan')).toBeVisible();
  await approver.find(reference);
  await approver.page.getByRole('button', { name: 'I agree to exactly this plan' }).click();
  await approver.next('Wait: the erasure goes its way');

  await expect
    .poll(async () => (await newestMail(requester, email)).text, { timeout: 60_000 })
    .toContain('What we are about to delete');
  await expect.poll(() => toldAt(reference), { timeout: 60_000 }).not.toBeNull();
  await portal.open('/my-request');
  await expect(portal.main().getByRole('button', { name: portal.say('erasure.stop') })).toBeVisible();
  await expect(portal.main()).toContainText('Your requests and what was written about them are not deleted');
  await daysPass(reference);
  await expect(async () => {
    await portal.open('/my-request');
    await expect(portal.main().getByRole('button', { name: portal.say('erasure.certificate') })).toBeVisible();
  }).toPass({ timeout: 90_000 });

  const closed = await requester.request.get(`${portal.home()}/my-request/certificate`, { maxRedirects: 0 });
  expect(closed.status()).toBe(303);
  await portal.go(portal.say('erasure.certificate'));
  await enterCode(requester, portal, 'open.button');
  await portal.open('/my-request');
  const download = requester.waitForEvent('download');
  await portal
    .main()
    .getByRole('link', { name: portal.say('erasure.download') })
    .click();
  const zip = await (await download).path();
  const keys = parsePublishedKeys(await (await requester.request.get('/.well-known/rightsdesk-keys.json')).text());
  expect(await verifyBundle(zip, keys.ok ? keys.value.bundles : [])).toMatchObject({ ok: true });
  const [, json] = [...(await filesOf(zip))].find(([path]) => path.endsWith('certificate.json'))!;
  const certificate = JSON.parse(json.toString('utf8')) as { reference: string; systems: { collections: object[] }[] };
  expect(certificate.reference).toBe(reference);
  const certified = certificate.systems.flatMap(({ collections = [] }) => collections);
  expect(certified).toContainEqual(expect.objectContaining({ collection: 'accounts.account' }));
  const [work] = await query<{ state: string }>(
    'select e."state" from "Erasure" e join "Case" c on c."id" = e."caseId" where c."reference" = $1',
    [reference],
  );
  expect(work).toEqual({ state: 'proved' });
});
