import { type Browser, type BrowserContext, expect, test } from '@playwright/test';
import { aCase, aColleague, type Colleague, commands, query, signIn } from '../pages-desk/desk-world';

async function contextOf(browser: Browser, person: Colleague | null): Promise<BrowserContext> {
  const context = await browser.newContext();
  if (person) await signIn(await context.newPage(), person);
  return context;
}

const pagesOf = (caseId: string) => ({
  desk: ['/desk', `/desk/cases/${caseId}`, `/desk/cases/${caseId}/review`, `/desk/cases/${caseId}/approval`, `/desk/cases/${caseId}/records?collection=a.b&from=0`],
  dpo: ['/dpo', '/dpo/log', '/dpo/log/export?format=json', '/dpo/cases', `/dpo/cases/${caseId}`],
});

test('without a session every page and route leads to sign-in', async ({ browser }) => {
  const { caseId } = await aCase();
  const { request } = await contextOf(browser, null);
  for (const path of Object.values(pagesOf(caseId)).flat()) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect([path, answer.status(), answer.headers().location]).toEqual([path, 307, expect.stringMatching(/\/sign-in$/)]);
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
  expect(await statuses(desk, dpoPages)).toEqual(dpoPages.map((path) => [path, 404]));
  expect(await statuses(dpo, deskPages)).toEqual(deskPages.map((path) => [path, 404]));
  const ofCase = deskPages.filter((path) => path.includes(caseId));
  expect(await statuses(elsewhere, ofCase)).toEqual(ofCase.map((path) => [path, 404]));
  expect(await statuses(desk, [`/desk/cases/${caseId}/approval`])).toEqual([[`/desk/cases/${caseId}/approval`, 404]]);
  for (const { staffId } of [desk, dpo, elsewhere]) {
    expect(await query('select 1 from "AuditEvent" where "actorId" = $1 and "kind" = $2', [staffId, 'AccessRefused'])).not.toEqual([]);
  }
});

type Form = { readonly path: string; readonly fields: Record<string, string> };

/** Every form of a page as it is posted without a script, with each field filled. */
async function formsOf(context: BrowserContext, path: string): Promise<Form[]> {
  const plain = await context.browser()!.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
  const page = await plain.newPage();
  await page.goto(path);
  const forms = await page.locator('main form').evaluateAll((all) =>
    all.map((form) => {
      const filled = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input[name], textarea[name], select[name]')].map((field): [string, string] => [field.name, field.value || 'Something written.']);
      return Object.fromEntries(filled);
    }),
  );
  await plain.close();
  return forms.filter((fields) => Object.keys(fields).some((name) => name.startsWith('$ACTION'))).map((fields) => ({ path, fields }));
}

test('forms of the desk do nothing when others send them', async ({ browser }) => {
  test.setTimeout(240_000);
  const desk = await aColleague(['approver']);
  const decider = await aColleague(['desk']);
  const owner = await contextOf(browser, desk);
  const [verifying, deciding, waiting] = [await aCase(), await aCase({ rights: ['GDPR:objection_marketing'] }), await aCase({ rights: ['GDPR:objection_marketing'] })];
  for (const { caseId } of [deciding, waiting]) await commands(caseId, decider.staffId, { type: 'AcceptIdentity', method: 'confirmedEmail' });
  const [item] = await query<{ id: string }>('select "id" from "RightItem" where "caseId" = $1', [waiting.caseId]);
  await commands(waiting.caseId, decider.staffId, { type: 'DecideRight', rightItemId: item?.id, outcome: 'granted', grounds: [], facts: '' });
  const paths = [verifying, deciding, waiting].map(({ caseId }) => `/desk/cases/${caseId}`);
  const forms = (await Promise.all([...paths, `/desk/cases/${waiting.caseId}/approval`, '/desk'].map((path) => formsOf(owner, path)))).flat();
  expect(forms.length).toBeGreaterThan(12);

  const cases = [verifying, deciding, waiting].map(({ caseId }) => caseId);
  const state = async () => [await query('select * from "Case" where "id" = any($1) order by "id"', [cases]), await query('select "id" from "Message" where "caseId" = any($1)', [cases])];
  const before = await state();
  for (const outsider of [null, await aColleague(['dpo']), await aColleague(['desk'], ['elsewhere'])]) {
    const { request } = await contextOf(browser, outsider);
    for (const { path, fields } of forms) {
      const answer = await request.post(path, { multipart: fields, maxRedirects: 0 });
      expect([path, fields, [303, 307, 404].includes(answer.status())]).toEqual([path, fields, true]);
    }
  }
  expect(await state()).toEqual(before);
});
