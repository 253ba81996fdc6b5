import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { test } from '../browser-test';
import { aColleague, type Colleague, query } from '../pages-desk/desk-world';
import { contextOf, formsOf } from '../pages-desk/forms';

test('confirmRulesAction and withdrawConfirmationAction do nothing when others send them', async ({ browser }) => {
  test.setTimeout(240_000);
  const owner = await aColleague(['dpo']);
  const context = await contextOf(browser, owner);
  const [path, counsel] = ['/dpo/law?q=ZZLD-25e-2&kind=clock', `Counsel ${randomUUID()}`];
  const formOf = async (button: string) => (await formsOf(context, path)).findLast(({ words }) => words === button);
  const confirmations = (): Promise<unknown> =>
    query('select * from "RuleConfirmation" where "counsel" like $1 order by "id"', [`${counsel}%`]);
  const fields = { ...(await formOf('Record'))?.fields, counsel, confirmedOn: '2026-11-20', note: '' };
  // What the owner sends is taken: the same words from an outsider fail for who they are, not for what they say.
  await context.request.post('/dpo/law', { multipart: fields, maxRedirects: 0 });
  const before = await confirmations();
  expect(before).toHaveLength(1);
  const [{ id }] = (await confirmations()) as [{ id: string }];
  const withdraw = { ...(await formOf('Withdraw'))?.fields, confirmationId: id };

  const outsiders: (Colleague | null)[] = [null, await aColleague(['desk']), await aColleague(['approver', 'admin'])];
  for (const outsider of outsiders) {
    const { request } = await contextOf(browser, outsider);
    for (const multipart of [{ ...fields, counsel: `${counsel} again` }, withdraw]) {
      const answer = await request.post('/dpo/law', { multipart, maxRedirects: 0 });
      expect([
        outsider?.name,
        outsider ? [303, 307, 404].includes(answer.status()) : [303, 307].includes(answer.status()),
      ]).toEqual([outsider?.name, true]);
      expect(await answer.text()).not.toContain(counsel);
    }
  }
  expect(await confirmations()).toEqual(before);
  await context.request.post('/dpo/law', { multipart: withdraw, maxRedirects: 0 });
  expect(await confirmations()).toMatchObject([{ withdrawnById: owner.staffId }]);
});

test('the rules at /dpo/law/export are for overseers alone', async ({ browser }) => {
  for (const [outsider, status] of [
    [null, 307],
    [await aColleague(['desk', 'approver', 'admin']), 404],
  ] as const) {
    const { request } = await contextOf(browser, outsider);
    const answer = await request.get('/dpo/law/export', { maxRedirects: 0 });
    expect(answer.status()).toBe(status);
    expect(await answer.text()).not.toContain('fingerprint');
  }
});
