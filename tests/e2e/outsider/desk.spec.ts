import { expect, type Page } from '@playwright/test';
import { test } from '../browser-test';
import { aCase, aColleague, type Colleague, commands, query, signIn } from '../pages-desk/desk-world';
import { contextOf, type Form, formsOf } from '../pages-desk/forms';
import { casesByPlace, FORMS, pathIn } from './forms-by-place';

const pagesOf = (caseId: string) => ({
  desk: [
    '/desk',
    '/desk/restrictions',
    `/desk/cases/${caseId}`,
    `/desk/cases/${caseId}/review`,
    `/desk/cases/${caseId}/decide`,
    `/desk/cases/${caseId}/approval`,
    `/desk/cases/${caseId}/letters/atOnce`,
    `/desk/cases/${caseId}/records?collection=a.b&from=0`,
    `/desk/cases/${caseId}/documents/0f8fad5b-d9cb-469f-a165-70867728950e`,
  ],
  dpo: [
    '/dpo',
    '/dpo/log',
    '/dpo/log/export?format=json',
    '/dpo/restrictions',
    '/dpo/cases',
    `/dpo/cases/${caseId}`,
    '/dpo/law',
    '/dpo/law/export',
  ],
});

test('without a session every page and route leads to sign-in', async ({ browser }) => {
  const { caseId } = await aCase();
  const { request } = await contextOf(browser, null);
  for (const path of Object.values(pagesOf(caseId)).flat()) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect([path, answer.status(), answer.headers().location]).toEqual([
      path,
      307,
      expect.stringMatching(/\/sign-in\?back=%2F(desk|dpo)/),
    ]);
  }
  const search = await request.post(`/desk/cases/${caseId}/records`, {
    data: { collection: 'a.b', text: 'x' },
    maxRedirects: 0,
  });
  expect(search.status()).toBe(307);
});

test('the wrong role and the wrong controller see no such page, and the try is logged', async ({ browser }) => {
  const { caseId } = await aCase();
  const [desk, dpo, elsewhere] = [
    await aColleague(['desk']),
    await aColleague(['dpo']),
    await aColleague(['approver'], ['elsewhere']),
  ];
  const { desk: deskPages, dpo: dpoPages } = pagesOf(caseId);
  const statuses = async (person: Colleague, paths: string[]) => {
    const { request } = await contextOf(browser, person);
    return Promise.all(paths.map(async (path) => [path, (await request.get(path)).status()]));
  };
  const notForDesk = [...dpoPages, `/desk/cases/${caseId}/approval`];
  expect(await statuses(desk, notForDesk)).toEqual(notForDesk.map((path) => [path, 404]));
  expect(await statuses(dpo, deskPages)).toEqual(deskPages.map((path) => [path, 404]));
  const ofCase = deskPages.filter((path) => path.includes(caseId));
  expect(await statuses(elsewhere, ofCase)).toEqual(ofCase.map((path) => [path, 404]));
  for (const { staffId } of [desk, dpo, elsewhere]) {
    expect(
      await query('select 1 from "AuditEvent" where "actorId" = $1 and "kind" = $2', [staffId, 'AccessRefused']),
    ).not.toEqual([]);
  }
});

const stateOf = async (cases: readonly string[], owner: Colleague): Promise<unknown> => [
  await query('select * from "Case" where "id" = any($1) order by "id"', [cases]),
  await query('select "id" from "Message" where "caseId" = any($1) order by "id"', [cases]),
  await query('select "id" from "ClockEvent" where "caseId" = any($1) order by "id"', [cases]),
  await query('select "id", "stoppedAt", "carriedOutAt" from "RightItem" where "caseId" = any($1) order by "id"', [
    cases,
  ]),
  await query(
    'select "id", "state" from "Notice" where "caseId" = any($1) and "state" in (\'failed\', \'told\') order by "id"',
    [cases],
  ),
  await query('select "id" from "SubjectIdentifier" where "caseId" = any($1) order by "id"', [cases]),
  await query('select "id", "undoneAt" from "ShownValue" where "caseId" = any($1) order by "id"', [cases]),
  await query('select "id", "undoneAt" from "Redaction" where "caseId" = any($1) order by "id"', [cases]),
  await query('select "id", "state" from "Erasure" where "caseId" = any($1) order by "id"', [cases]),
  await query('select "id", "endedAt" from "StaffSession" where "staffId" = $1 order by "id"', [owner.staffId]),
];

const outsiders = async (): Promise<(Colleague | null)[]> => [
  null,
  await aColleague(['dpo']),
  await aColleague(['desk'], ['elsewhere']),
];

test('forms of the desk do nothing when others send them', async ({ browser }) => {
  test.setTimeout(400_000);
  const [owner, decider] = [await aColleague(['approver']), await aColleague(['desk'])];
  const context = await contextOf(browser, owner);
  const places = await casesByPlace(decider, owner);
  const pathOf = pathIn(places);
  const forms: Form[] = [];
  for (const place of new Set(Object.values(FORMS).map(({ on }) => on)))
    forms.push(...(await formsOf(context, pathOf(place))));
  for (const [action, { on, words }] of Object.entries(FORMS)) {
    expect([action, forms.some((form) => form.path === pathOf(on) && words.test(form.words))]).toEqual([action, true]);
  }
  const cases = Object.values(places);
  const before = await stateOf(cases, owner);
  for (const outsider of await outsiders()) {
    const { request } = await contextOf(browser, outsider);
    for (const { path, words, fields } of forms) {
      const answer = await request.post(path, { multipart: fields, maxRedirects: 0 });
      expect([path, words, [303, 307, 404].includes(answer.status())]).toEqual([path, words, true]);
    }
  }
  expect(await stateOf(cases, owner)).toEqual(before);
});

type Sent = { readonly url: string; readonly headers: Record<string, string>; readonly data: Buffer };

/** What the page would have sent; it is held back, so that nothing has happened yet. */
async function heldBack(page: Page, act: () => Promise<void>): Promise<Sent> {
  const sent = new Promise<Sent>((resolve) => {
    void page.route('**/review**', async (route) => {
      const request = route.request();
      const { 'next-action': action, 'content-type': type = '' } = request.headers();
      if (request.method() !== 'POST' || !action) return route.continue();
      resolve({
        url: request.url(),
        headers: { 'next-action': action, 'content-type': type, accept: 'text/x-component' },
        data: request.postDataBuffer() ?? Buffer.alloc(0),
      });
      await route.abort();
    });
  });
  await act();
  const held = await sent;
  await page.unroute('**/review**');
  return held;
}

test('hiding, leaving shown and taking both back do nothing when others send them: redactValueAction, undoRedactionAction, keepShownAction, undoKeepShownAction', async ({
  browser,
}) => {
  test.setTimeout(400_000);
  const owner = await aColleague(['desk']);
  const { caseId, reference } = await aCase();
  const context = await contextOf(browser, owner);
  const page = await context.newPage();
  await commands(caseId, owner.staffId, { type: 'AcceptIdentity', method: 'confirmedEmailOfAccount' });
  await page.goto(`/desk/cases/${caseId}`);
  await page.getByRole('button', { name: 'Start collection' }).click();
  await page.getByRole('link', { name: 'Open review' }).click({ timeout: 120_000 });
  const hide = async () => {
    await page.locator('[data-field]').first().click();
    await page.getByLabel('Facts in this case').fill('Somebody else.');
    await page.locator('#hide').getByRole('button').click();
  };
  const redacting = await heldBack(page, hide);
  await page.reload();
  await hide();
  await expect(page.getByText('1 hidden')).toBeVisible();
  const undoing = await heldBack(page, () => page.getByRole('button', { name: /^Show again/ }).click());
  const [left] = await query<{ collectionId: string; field: string }>(
    'select "collectionId", jsonb_object_keys("marked"->\'toDecide\') "field" from "SourceResult" where "caseId" = $1',
    [caseId],
  );
  await page.goto(`/desk/cases/${caseId}/review?collection=${left?.collectionId}`);
  const keep = async () => {
    await page.locator('[data-decide]').first().click();
    await page.getByRole('button', { name: /^Leave it shown/ }).click();
  };
  const keeping = await heldBack(page, keep);
  await page.reload();
  await keep();
  const keepUndoing = await heldBack(page, () => page.getByRole('button', { name: /^Decide anew/ }).click());

  const before = await stateOf([caseId], owner);
  for (const outsider of await outsiders()) {
    const { request } = await contextOf(browser, outsider);
    for (const { url, ...sent } of [redacting, undoing, keeping, keepUndoing]) {
      const answer = await request.post(url, { ...sent, maxRedirects: 0 });
      expect(await answer.text()).not.toContain(reference);
    }
  }
  expect(await stateOf([caseId], owner)).toEqual(before);
});

test('records at /desk/cases/[id]/records are nobody else’s, page or search', async ({ browser }) => {
  const { caseId } = await aCase();
  for (const outsider of await outsiders()) {
    const { request } = await contextOf(browser, outsider);
    const expected = outsider ? 404 : 307;
    expect(
      (await request.get(`/desk/cases/${caseId}/records?collection=a.b&from=0`, { maxRedirects: 0 })).status(),
    ).toBe(expected);
    expect(
      (
        await request.post(`/desk/cases/${caseId}/records`, { data: { collection: 'a.b', text: 'x' }, maxRedirects: 0 })
      ).status(),
    ).toBe(expected);
  }
});

test('documents at /desk/cases/[id]/documents/[document] are nobody else’s', async ({ browser }) => {
  const { caseId } = await aCase();
  for (const outsider of await outsiders()) {
    const { request } = await contextOf(browser, outsider);
    const path = `/desk/cases/${caseId}/documents/0f8fad5b-d9cb-469f-a165-70867728950e`;
    expect((await request.get(path, { maxRedirects: 0 })).status()).toBe(outsider ? 404 : 307);
  }
});

test('files at /desk/cases/[id]/files/[file] are nobody else’s', async ({ browser }) => {
  const { caseId } = await aCase();
  for (const outsider of await outsiders()) {
    const { request } = await contextOf(browser, outsider);
    const path = `/desk/cases/${caseId}/files/0f8fad5b-d9cb-469f-a165-70867728950e`;
    expect((await request.get(path, { maxRedirects: 0 })).status()).toBe(outsider ? 404 : 307);
  }
});

test('decideRightAction shows no letter to others', async ({ browser }) => {
  const { caseId } = await aCase({ name: 'Nadia Somebody', rights: ['GDPR:objection_marketing'] });
  const owner = await aColleague(['desk']);
  await commands(caseId, owner.staffId, { type: 'AcceptIdentity', method: 'confirmedEmail' });
  // A code of an authenticator lets in once: the owner signs in one time, and every browser begins with that session.
  const storageState = await (await contextOf(browser, owner)).storageState();
  const look = async (outsider: Colleague | null) => {
    const context = await browser.newContext({ javaScriptEnabled: false, storageState });
    const page = await context.newPage();
    await page.goto(`/desk/cases/${caseId}/decide`);
    await page.getByRole('radio', { name: /^Nothing held/ }).check();
    if (outsider !== owner) await context.clearCookies();
    if (outsider && outsider !== owner) await signIn(context, outsider);
    await page.getByRole('button', { name: 'Show the letter' }).click();
    return page.getByText('Dear Nadia Somebody');
  };
  await expect((await look(owner)).first()).toBeVisible();
  for (const outsider of await outsiders()) await expect(await look(outsider)).toHaveCount(0);
});

test('letters at /desk/cases/[id]/letters/[letter] are nobody else’s', async ({ browser }) => {
  const { caseId } = await aCase();
  for (const outsider of await outsiders()) {
    const { request } = await contextOf(browser, outsider);
    const path = `/desk/cases/${caseId}/letters/atOnce`;
    expect((await request.get(path, { maxRedirects: 0 })).status()).toBe(outsider ? 404 : 307);
  }
});

test('neither signInAction nor /api/auth/[...nextauth] lets anyone in with less than all three', async ({
  browser,
}) => {
  const person = await aColleague(['desk']);
  const context = await contextOf(browser, null);
  const [form] = await formsOf(context, '/sign-in');
  await context.request.post('/sign-in', {
    multipart: { ...form?.fields, email: person.email, password: person.password, totp: '000000' },
    maxRedirects: 0,
  });
  const { csrfToken } = (await (await context.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  await context.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email: person.email, password: person.password, totp: '000000' },
    maxRedirects: 0,
  });
  expect((await context.request.get('/desk', { maxRedirects: 0 })).status()).toBe(307);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('rightsdesk.session');
});
