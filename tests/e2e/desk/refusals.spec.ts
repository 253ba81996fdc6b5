import { expect } from '@playwright/test';
import { expectAccessible } from '@/tests/support/accessible';
import { test } from '../browser-test';
import { casesByPlace, FORMS, pathIn, type Place } from '../outsider/forms-by-place';
import { aCase, aColleague, commands, query, signIn } from '../pages-desk/desk-world';
import { contextOf, type Form, formsOf } from '../pages-desk/forms';

// They only add, are about no case, or about a restriction, which outlives its case: the case may be wherever it likes.
const ALWAYS_TAKEN = new Set([
  'searchAction',
  'assignManyAction',
  'signOutAction',
  'writeAction',
  'nameRestrictionGroundAction',
  'announceLiftingAction',
  'cancelLiftingAction',
  'recordLiftedAction',
]);

test('whatever the desk sends to a case that moved on, the page that follows says why it was not taken, with what was written', async ({
  browser,
}) => {
  test.setTimeout(400_000);
  const [owner, decider] = [await aColleague(['approver']), await aColleague(['desk'])];
  const { request } = await contextOf(browser, owner);
  const places = await casesByPlace(decider, owner);
  const [pathOf, context] = [pathIn(places), await browser.newContext({ storageState: await request.storageState() })];
  const forms = new Map<Place, Form[]>();
  for (const place of new Set(Object.values(FORMS).map(({ on }) => on)))
    forms.set(place, await formsOf(context, pathOf(place)));
  await query(
    `update "Case" set "state" = case when "id" = $2 then 'reviewing' else 'closed' end, "closedHow" = case when "id" = $2 then null else 'answered' end,
     "version" = "version" + 1 where "id" = any($1)`,
    [Object.values(places), places.closed],
  );
  // A mail is no matter of the case's state, and neither is who works on it: these moved on by themselves.
  await query('update "Notice" set "state" = \'sent\', "sentAt" = now() where "caseId" = $1', [places.mailFailed]);
  await query('update "Case" set "assigneeId" = $2 where "id" = $1', [places.verifying, decider.staffId]);
  for (const [action, { on, words }] of Object.entries(FORMS)) {
    if (ALWAYS_TAKEN.has(action)) continue;
    const form = forms.get(on)?.find((one) => words.test(one.words));
    const answer = await request.post(pathOf(on), { multipart: form?.fields ?? {}, maxRedirects: 0 });
    const page = await answer.text();
    expect([action, answer.status(), /<[^>]* role="alert"[^>]* data-(?:refused|place)=/.test(page)]).toEqual([
      action,
      200,
      true,
    ]);
    const written = ['facts', 'body', 'words', 'note'].filter((name) => form?.fields[name] === 'Something written.');
    if (written.length > 0) expect([action, />Something written\.</.test(page)]).toEqual([action, true]);
  }
});

/** A case whose page stands still: nothing is under way any more that would bring it up to date. */
async function aStillCase(): Promise<string> {
  const { caseId } = await aCase();
  await expect
    .poll(() => query('select "id" from "Notice" where "caseId" = $1 and "state" = \'queued\'', [caseId]))
    .toEqual([]);
  return caseId;
}

for (const scripts of [true, false]) {
  test(`a refusal is seen where its form is gone, ${scripts ? 'with' : 'without'} scripts`, async ({ browser }) => {
    const [person, other, caseId] = [await aColleague(['desk']), await aColleague(['desk']), await aStillCase()];
    const page = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
    await signIn(page.context(), person);
    await page.goto(`/desk/cases/${caseId}`);
    await page.locator('input[name=method]').first().check();
    await commands(caseId, other.staffId, { type: 'AcceptIdentity', method: 'confirmedEmail' });
    await page.getByRole('button', { name: 'Confirm identity' }).click();
    const said = page.getByRole('alert').filter({ hasText: 'Nothing was changed' });
    await expect(said).toBeVisible();
    await expect(said).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Confirm identity' })).toHaveCount(0);
    if (!scripts) return;
    await expectAccessible(page);
    // The next thing that is sent, and any other page, takes it away.
    await page.getByRole('link', { name: 'Queue' }).first().click();
    await page.waitForURL(/\/desk$/);
    await expect(said).toHaveCount(0);
  });
}

test('a form that is still there says it itself, once', async ({ browser }) => {
  const [person, other, caseId] = [await aColleague(['desk']), await aColleague(['desk']), await aStillCase()];
  const page = await (await browser.newContext()).newPage();
  await signIn(page.context(), person);
  await page.goto(`/desk/cases/${caseId}`);
  await page.locator('input[name=method]').first().check();
  await commands(caseId, other.staffId, {
    type: 'ExtendDeadline',
    noticeId: crypto.randomUUID(),
    messageId: crypto.randomUUID(),
    reasons: ['complexity'],
    body: 'It is long.',
  });
  await page.getByRole('button', { name: 'Confirm identity' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was changed' })).toHaveCount(1);
  await expect(page.locator('form [role=alert]')).toContainText('Nothing was changed');
});
