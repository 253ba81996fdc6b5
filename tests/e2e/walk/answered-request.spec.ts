import { type Browser, expect, type Page } from '@playwright/test';
import { verifyBundle } from '@/lib/documents/bundle/verify';
import { parsePublishedKeys } from '@/lib/domain/bundle/published-keys';
import type { Locale } from '@/lib/domain/locale';
import { chinookMissing } from '@/tests/support/chinook';
import { filesOf } from '@/tests/integration/bundle/unpack';
import { test } from '../browser-test';
import { newestMail, PortalPage } from '../pages/portal-page';
import { DeskPage } from '../pages-desk/desk-page';
import { aColleague } from '../pages-desk/desk-world';

type Walk = {
  readonly controller: string;
  readonly locale: Locale;
  readonly name: string;
  readonly email: string;
  /** A value the desk hides: collection and field as the desk reads them. */
  readonly hide: { readonly collection: string; readonly field: string };
  /** Something of theirs that must be in the copy, exactly so. */
  readonly holds: string;
};

const WALKS: readonly Walk[] = [
  {
    controller: 'callsapp',
    locale: 'ru',
    name: 'Иван Соколов',
    email: 'ivan.sokolov@example.com',
    hide: { collection: 'Letters with support', field: 'Text' },
    holds: 'Иван Соколов',
  },
  {
    controller: 'callsapp',
    locale: 'en',
    name: 'Zoé Muller',
    email: 'zoe.muller@example.lu',
    hide: { collection: 'Account', field: 'Photo' },
    holds: 'Zoé Muller',
  },
  {
    controller: 'sessia',
    locale: 'bg',
    name: 'Мария Иванова',
    email: 'maria.ivanova@example.bg',
    hide: { collection: 'Account', field: 'Photo' },
    holds: 'maria.ivanova@example.bg',
  },
  ...(chinookMissing()
    ? []
    : [
        {
          controller: 'chinook',
          locale: 'en',
          name: 'Luís Gonçalves',
          email: 'luisg@embraer.com.br',
          hide: { collection: 'Customer', field: 'Fax' },
          holds: 'Gonçalves',
        } as const,
      ]),
];

const person = async (browser: Browser, roles: Parameters<typeof aColleague>[0]): Promise<DeskPage> =>
  new DeskPage(await (await browser.newContext()).newPage(), await aColleague(roles));

for (const { controller, locale, name, email, hide, holds } of WALKS) {
  test(`${controller} in ${locale}: from the form to a verified copy, without scripts on the requester's side, and the DPO sees it all`, async ({
    browser,
  }) => {
    test.setTimeout(420_000);
    const requester = await (await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true })).newPage();
    const portal = new PortalPage(requester, controller, locale);
    await portal.answer({ name, email, rights: ['copy'] });
    const reference = await portal.send();
    await requester.locator('#code').fill((await newestMail(requester, email)).code);
    await portal.go(portal.say('sent.confirm.button'));
    await expect(portal.heading()).toContainText(portal.say('status.now.verifying.title'));

    const desk = await person(browser, ['desk']);
    await desk.enter();
    await desk.find(reference);
    await desk.acceptIdentity();
    await desk.collect();
    const hidden = await desk.redact(hide.collection, hide.field, 'Facts of this case.');
    await desk.find(reference);
    await desk.grant();
    const approver = await person(browser, ['approver']);
    await approver.enter();
    await approver.find(reference);
    await approver.approve();

    await portal.open('/my-request');
    await expect(portal.heading()).toContainText(portal.say('status.now.ready.title'));
    await portal.main().getByRole('button').first().click();
    await expect(portal.heading()).toHaveText(portal.say('open.title'));
    if ((await requester.locator('#code').count()) === 0 || !(await newestMail(requester, email)).code)
      await portal.go(portal.say('code.renew'));
    await requester.locator('#code').fill((await newestMail(requester, email)).code);
    await portal.go(portal.say('open.button'));
    await onlyAsksAboutTheCopy(requester, `${portal.home()}/my-request/download`);
    const read = await readHere(portal);
    expect(read.some((text) => text.includes(holds))).toBe(true);
    expect(read.filter((text) => text.includes(hidden))).toEqual([]);
    await portal.open('/my-request');
    const download = requester.waitForEvent('download');
    await requester.locator('a[href$="/download"]').first().click();
    const zip = await (await download).path();
    // Scripts are needed to look for what would be in people's way; the pages are the same.
    const looking = new PortalPage(
      await (await browser.newContext({ storageState: await requester.context().storageState() })).newPage(),
      controller,
      locale,
    );
    const [kind = ''] = await kindsToRead(portal);
    for (const path of ['/my-request', '/my-request/open', '/my-request/read', kind.slice(portal.home().length)]) {
      await looking.open(path);
      await looking.expectAccessible();
    }

    const keys = parsePublishedKeys(await (await requester.request.get('/.well-known/rightsdesk-keys.json')).text());
    expect(keys.ok).toBe(true);
    const verified = await verifyBundle(zip, keys.ok ? keys.value.bundles : []);
    expect(verified).toMatchObject({ ok: true });
    const data = [...(await filesOf(zip))]
      .filter(([path]) => path.startsWith('data/'))
      .map(([, bytes]) => bytes.toString('utf8'));
    expect(data.some((text) => text.includes(holds))).toBe(true);
    expect(hidden).not.toBe('');
    expect(data.filter((text) => text.includes(hidden))).toEqual([]);

    const dpo = await person(browser, ['dpo']);
    await dpo.enter();
    for (const kind of [
      'EmailConfirmed',
      'CollectionStarted',
      'SourceAnswered',
      'ValueRedacted',
      'DecisionApproved',
      'BundleSealed',
      'DeliveryVerified',
      'CopyRead',
      'BundleDownloaded',
    ]) {
      await dpo.page.goto(`/dpo/log?case=${reference}&kind=${kind}`);
      await expect(dpo.page.getByRole('link', { name: new RegExp(`^${kind},`) }).first()).toBeVisible();
    }
  });
}

/** The addresses of the kinds of data that the copy can be read by on the page. */
async function kindsToRead(portal: PortalPage): Promise<string[]> {
  await portal.open('/my-request/read');
  await expect(portal.heading()).toHaveText(portal.say('read.title'));
  const links = await portal.main().locator('a[href*="/my-request/read/"]').all();
  return Promise.all(links.map(async (link) => (await link.getAttribute('href'))!));
}

/** Reads the copy on the page, every kind of data in it. @returns the text of each page */
async function readHere(portal: PortalPage): Promise<string[]> {
  await portal
    .main()
    .getByRole('link', { name: portal.say('read.read') })
    .click();
  const texts: string[] = [];
  for (const address of await kindsToRead(portal)) {
    await portal.open(address.slice(portal.home().length));
    texts.push(await portal.main().innerText());
  }
  expect(texts.length).toBeGreaterThan(0);
  return texts;
}

/** What a browser or a program asks before and beside a download, over the real server. */
async function onlyAsksAboutTheCopy({ request }: Page, path: string): Promise<void> {
  const head = await request.head(path);
  const { 'content-length': length = '', etag = '', 'accept-ranges': ranges } = head.headers();
  expect([head.status(), Number(length) > 1000, ranges]).toEqual([200, true, 'bytes']);
  expect((await request.get(path, { headers: { 'sec-purpose': 'prefetch' } })).status()).toBe(503);
  const part = await request.get(path, { headers: { range: 'bytes=100-199', 'if-range': etag } });
  expect([part.status(), (await part.body()).length, part.headers()['content-range']]).toEqual([
    206,
    100,
    `bytes 100-199/${length}`,
  ]);
  expect((await request.get(path, { headers: { range: `bytes=${length}-` } })).status()).toBe(416);
  const changed = await request.get(path, { headers: { range: 'bytes=0-1', 'if-range': '"another"' } });
  expect([changed.status(), String((await changed.body()).length), changed.headers()['content-length']]).toEqual([
    200,
    length,
    length,
  ]);
}
