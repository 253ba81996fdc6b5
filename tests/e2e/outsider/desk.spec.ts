import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { aCase, aColleague, type Colleague, commands, firstSystem, query } from '../pages-desk/desk-world';
import { contextOf, type Form, formsOf } from '../pages-desk/forms';

const pagesOf = (caseId: string) => ({
  desk: ['/desk', `/desk/cases/${caseId}`, `/desk/cases/${caseId}/review`, `/desk/cases/${caseId}/approval`, `/desk/cases/${caseId}/records?collection=a.b&from=0`],
  dpo: ['/dpo', '/dpo/log', '/dpo/log/export?format=json', '/dpo/cases', `/dpo/cases/${caseId}`, '/dpo/law', '/dpo/law/export'],
});

test('without a session every page and route leads to sign-in', async ({ browser }) => {
  const { caseId } = await aCase();
  const { request } = await contextOf(browser, null);
  for (const path of Object.values(pagesOf(caseId)).flat()) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect([path, answer.status(), answer.headers().location]).toEqual([path, 307, expect.stringMatching(/\/sign-in\?back=%2F(desk|dpo)/)]);
  }
  const search = await request.post(`/desk/cases/${caseId}/records`, { data: { collection: 'a.b', text: 'x' }, maxRedirects: 0 });
  expect(search.status()).toBe(307);
});

test('the wrong role and the wrong controller see no such page, and the try is logged', async ({ browser }) => {
  const { caseId } = await aCase();
  const [desk, dpo, elsewhere] = [await aColleague(['desk']), await aColleague(['dpo']), await aColleague(['approver'], ['elsewhere'])];
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
    expect(await query('select 1 from "AuditEvent" where "actorId" = $1 and "kind" = $2', [staffId, 'AccessRefused'])).not.toEqual([]);
  }
});

/** Where each action of the desk has its form: the page, and the words on its button (for the search, on its field). */
type Place = 'queue' | 'verifying' | 'forUnknown' | 'asked' | 'optOut' | 'mailFailed' | 'verified' | 'failedSource' | 'failedBundle' | 'reviewing' | 'approval' | 'ready' | 'agreed' | 'rejection' | 'closed' | 'decided';

const FORMS: Readonly<Record<string, { readonly on: Place; readonly words: RegExp }>> = {
  searchAction: { on: 'queue', words: /^$/ },
  assignManyAction: { on: 'queue', words: /Assign/ },
  signOutAction: { on: 'queue', words: /Sign out/ },
  acceptIdentityAction: { on: 'verifying', words: /Confirm identity/ },
  addIdentifierAction: { on: 'forUnknown', words: /Take down/ },
  questionIdentityAction: { on: 'verifying', words: /Ask for this/ },
  askClarificationAction: { on: 'verifying', words: /Ask which data/ },
  extendDeadlineAction: { on: 'verifying', words: /Take more time and send the notice/ },
  recordReplyAction: { on: 'asked', words: /Record the answer/ },
  recordStoppedAction: { on: 'optOut', words: /Stopped in every system/ },
  recordCarriedOutAction: { on: 'agreed', words: /Done: tell the requester/ },
  resendNoticeAction: { on: 'mailFailed', words: /Try again/ },
  recordNoticeToldAction: { on: 'mailFailed', words: /They have been told/ },
  proposeRejectionAction: { on: 'verifying', words: /Propose: identity not shown/ },
  approveRejectionAction: { on: 'rejection', words: /Agree: identity not shown/ },
  returnRejectionAction: { on: 'rejection', words: /Send back/ },
  reopenCaseAction: { on: 'closed', words: /Open again/ },
  assignCaseAction: { on: 'verifying', words: /Assign to me/ },
  withdrawCaseAction: { on: 'verifying', words: /Withdraw the request/ },
  writeAction: { on: 'verifying', words: /Send/ },
  startCollectionAction: { on: 'verified', words: /Start collection/ },
  retrySourceAction: { on: 'failedSource', words: /Ask .* again/ },
  retryBundleAction: { on: 'failedBundle', words: /Make the copy again/ },
  collectAgainAction: { on: 'failedBundle', words: /Collect again/ },
  decideRightAction: { on: 'reviewing', words: /Decide/ },
  takeBackDecisionAction: { on: 'decided', words: /^Take back/ },
  approveDecisionAction: { on: 'approval', words: /Approve and answer/ },
  returnDecisionAction: { on: 'approval', words: /Send back/ },
  closeCaseAction: { on: 'ready', words: /Close the case/ },
};

/** @returns the id of a notice that has left, so that nothing about it changes by itself any more */
async function isSent(caseId: string, kind: string): Promise<string> {
  const sent = () => query<{ id: string }>('select "id" from "Notice" where "caseId" = $1 and "kind" = $2 and "state" = \'sent\'', [caseId, kind]);
  await expect.poll(async () => (await sent()).length).toBe(1);
  return (await sent())[0]?.id ?? '';
}

/** One case in each state that has forms of its own. */
async function casesByPlace(decider: Colleague, approver: Colleague): Promise<Record<Exclude<Place, 'queue'>, string>> {
  const simple = { rights: ['GDPR:objection_marketing'] };
  const made = await Promise.all([aCase(), aCase(), aCase(simple), aCase(), aCase(), aCase(), aCase(simple), aCase(simple), aCase(simple), aCase({ rights: ['GDPR:erasure'] }), aCase(), aCase(), aCase(), aCase(), aCase({ rights: ['GDPR:erasure'] })]);
  const ids = made.map(({ caseId }) => caseId) as [string, string, string, string, string, string, string, string, string, string, string, string, string, string, string];
  const [verifying, asked, optOut, mailFailed, verified, failedSource, reviewing, approval, ready, agreed, forUnknown, rejection, closed, failedBundle, decided] = ids;
  const accept = { type: 'AcceptIdentity', method: 'confirmedEmail' };
  await commands(asked, decider.staffId, { type: 'QuestionIdentity', doubt: 'detailsDiffer', means: ['callBack'], messageId: randomUUID(), body: 'When may we call?', lateBecause: null });
  for (const caseId of [verified, failedSource, reviewing, approval, ready, agreed, decided]) await commands(caseId, decider.staffId, accept);
  for (const caseId of [approval, ready, agreed]) {
    const [item] = await query<{ id: string }>('select "id" from "RightItem" where "caseId" = $1', [caseId]);
    const decide = { type: 'DecideRight', rightItemId: item?.id, outcome: 'granted', grounds: [], facts: '', despiteHidden: 'All of theirs is in it.' };
    await commands(caseId, decider.staffId, ...(caseId === agreed ? [] : [{ type: 'RecordStopped', rightItemId: item?.id }]), decide);
  }
  const [own] = await query<{ id: string }>('select "id" from "RightItem" where "caseId" = $1', [decided]);
  await commands(decided, approver.staffId, { type: 'DecideRight', rightItemId: own?.id, outcome: 'granted', grounds: [], facts: '', despiteHidden: null });
  for (const caseId of [ready, agreed]) await commands(caseId, approver.staffId, { type: 'ApproveDecision' });
  await commands(rejection, decider.staffId, { type: 'ProposeRejection', grounds: ['GDPR-12-6'], facts: 'Two people share the address.', unaskedBecause: 'They will not answer.', confirmed: ['dataAffected'] });
  await commands(closed, decider.staffId, { type: 'WithdrawRequest', told: { way: 'phone', on: new Date().toISOString().slice(0, 10), words: 'No longer needed.' } });
  await isSent(ready, 'answerReady');
  await query('update "Notice" set "state" = \'failed\', "sentAt" = null where "id" = $1', [await isSent(mailFailed, 'acknowledgement')]);
  // Written straight into the rows: a worker would ask the system again before the page is open.
  await query('insert into "CollectionTask" ("id", "caseId", "systemId", "state", "failure") values (gen_random_uuid(), $1, $2, \'failed\', \'unreachable\')', [failedSource, await firstSystem()]);
  await query('update "Case" set "state" = \'collecting\', "nextStep" = \'retrySource\' where "id" = $1', [failedSource]);
  await query('insert into "CollectionTask" ("id", "caseId", "systemId", "state") values (gen_random_uuid(), $1, $2, \'answered\')', [failedBundle, await firstSystem()]);
  await query('insert into "Bundle" ("id", "caseId", "locale", "state", "failure") values (gen_random_uuid(), $1, \'en\', \'failed\', \'recordsMissing\')', [failedBundle]);
  await query('update "Case" set "state" = \'preparing\', "nextStep" = \'mendBundle\' where "id" = $1', [failedBundle]);
  await query('update "Case" set "forWhom" = \'child\', "findable" = false where "id" = $1', [forUnknown]);
  return { verifying, failedBundle, forUnknown, asked, optOut, mailFailed, verified, failedSource, reviewing, approval, ready, agreed, rejection, closed, decided };
}

const stateOf = async (cases: readonly string[], owner: Colleague): Promise<unknown> => [
  await query('select * from "Case" where "id" = any($1) order by "id"', [cases]),
  await query('select "id" from "Message" where "caseId" = any($1) order by "id"', [cases]),
  await query('select "id" from "ClockEvent" where "caseId" = any($1) order by "id"', [cases]),
  await query('select "id", "stoppedAt", "carriedOutAt" from "RightItem" where "caseId" = any($1) order by "id"', [cases]),
  await query('select "id", "state" from "Notice" where "caseId" = any($1) and "state" in (\'failed\', \'told\') order by "id"', [cases]),
  await query('select "id" from "SubjectIdentifier" where "caseId" = any($1) order by "id"', [cases]),
  await query('select "id", "undoneAt" from "ShownValue" where "caseId" = any($1) order by "id"', [cases]),
  await query('select "id", "undoneAt" from "Redaction" where "caseId" = any($1) order by "id"', [cases]),
  await query('select "id", "endedAt" from "StaffSession" where "staffId" = $1 order by "id"', [owner.staffId]),
];

const outsiders = async (): Promise<(Colleague | null)[]> => [null, await aColleague(['dpo']), await aColleague(['desk'], ['elsewhere'])];

test('forms of the desk do nothing when others send them', async ({ browser }) => {
  test.setTimeout(400_000);
  const [owner, decider] = [await aColleague(['approver']), await aColleague(['desk'])];
  const context = await contextOf(browser, owner);
  const places = await casesByPlace(decider, owner);
  const pathOf = (place: Place): string => (place === 'queue' ? '/desk' : `/desk/cases/${places[place]}${place === 'approval' ? '/approval' : ''}`);
  const forms: Form[] = [];
  for (const place of new Set(Object.values(FORMS).map(({ on }) => on))) forms.push(...(await formsOf(context, pathOf(place))));
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
      resolve({ url: request.url(), headers: { 'next-action': action, 'content-type': type, accept: 'text/x-component' }, data: request.postDataBuffer() ?? Buffer.alloc(0) });
      await route.abort();
    });
  });
  await act();
  const held = await sent;
  await page.unroute('**/review**');
  return held;
}

test('hiding, leaving shown and taking both back do nothing when others send them: redactValueAction, undoRedactionAction, keepShownAction, undoKeepShownAction', async ({ browser }) => {
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
    await page.locator('.value').first().click();
    await page.getByLabel('Facts in this case').fill('Somebody else.');
    await page.locator('#hide .btn--main').click();
  };
  const redacting = await heldBack(page, hide);
  await page.reload();
  await hide();
  await expect(page.getByText('1 hidden')).toBeVisible();
  const undoing = await heldBack(page, () => page.getByRole('button', { name: /^Show again/ }).click());
  const [left] = await query<{ collectionId: string; field: string }>('select "collectionId", jsonb_object_keys("marked"->\'toDecide\') "field" from "SourceResult" where "caseId" = $1', [caseId]);
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
    expect((await request.get(`/desk/cases/${caseId}/records?collection=a.b&from=0`, { maxRedirects: 0 })).status()).toBe(expected);
    expect((await request.post(`/desk/cases/${caseId}/records`, { data: { collection: 'a.b', text: 'x' }, maxRedirects: 0 })).status()).toBe(expected);
  }
});

test('neither signInAction nor /api/auth/[...nextauth] lets anyone in with less than all three', async ({ browser }) => {
  const person = await aColleague(['desk']);
  const context = await contextOf(browser, null);
  const [form] = await formsOf(context, '/sign-in');
  await context.request.post('/sign-in', { multipart: { ...form?.fields, email: person.email, password: person.password, totp: '000000' }, maxRedirects: 0 });
  const { csrfToken } = (await (await context.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  await context.request.post('/api/auth/callback/credentials', { form: { csrfToken, email: person.email, password: person.password, totp: '000000' }, maxRedirects: 0 });
  expect((await context.request.get('/desk', { maxRedirects: 0 })).status()).toBe(307);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('rightsdesk.session');
});
