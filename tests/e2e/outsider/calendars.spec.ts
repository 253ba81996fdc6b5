import { type Browser, type BrowserContext, expect } from '@playwright/test';
import { test } from '../browser-test';
import { aColleague, type Colleague, query, signIn } from '../pages-desk/desk-world';

async function contextOf(browser: Browser, person: Colleague | null, scripts = true): Promise<BrowserContext> {
  const context = await browser.newContext({ javaScriptEnabled: scripts });
  if (person) await signIn(context, person);
  return context;
}

const PATH = '/desk/calendars?place=LU';
const state = () => query('select "id", "withdrawnAt" from "HolidayOverride" where "calendar" = \'LU\' order by "id"');

test('a calendar is read by the staff of its controllers alone', async ({ browser }) => {
  const statusesFor = async (person: Colleague | null) => {
    const { request } = await contextOf(browser, person);
    return Promise.all(
      ['/desk/calendars', '/dpo/calendars'].map(async (path) =>
        (await request.get(path, { maxRedirects: 0 })).status(),
      ),
    );
  };
  expect(await statusesFor(null)).toEqual([307, 307]);
  expect(await statusesFor(await aColleague(['desk']))).toEqual([200, 404]);
  expect(await statusesFor(await aColleague(['dpo']))).toEqual([404, 200]);
  expect(await statusesFor(await aColleague(['admin'], ['elsewhere']))).toEqual([404, 404]);
});

test('overrideHolidayAction and withdrawOverrideAction do nothing when others send their forms', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const admin = await aColleague(['admin']);
  // A Sunday far ahead, so that no case of another test moves.
  await query(
    'insert into "HolidayOverride" ("id", "calendar", "onDate", "change", "reason", "byId") values (gen_random_uuid(), \'LU\', \'2030-06-02\', \'add\', \'By decree\', $1)',
    [admin.staffId],
  );
  const page = await (await contextOf(browser, admin, false)).newPage();
  await page.goto(PATH);
  const forms = await page.locator('main form').evaluateAll((all) =>
    all.map((form) => ({
      words: form.querySelector('button')?.textContent ?? '',
      fields: Object.fromEntries(
        [...form.querySelectorAll<HTMLInputElement>('input[name]')]
          .filter(({ type, checked }) => type !== 'radio' || checked)
          .map((field) => [field.name, field.value]),
      ),
    })),
  );
  const [override, withdraw] = [/Show what it moves/, /^Withdraw/].map(
    (words) => forms.find((form) => words.test(form.words))?.fields,
  );
  expect([override?.calendar, withdraw?.calendar]).toEqual(['LU', 'LU']);
  const before = await state();
  const outsiders = [
    null,
    await aColleague(['desk']),
    await aColleague(['approver']),
    await aColleague(['dpo']),
    await aColleague(['admin'], ['callsapp']),
  ];
  for (const outsider of outsiders) {
    const { request } = await contextOf(browser, outsider);
    for (const step of ['preview', 'save']) {
      for (const fields of [{ ...override, on: '2030-06-09', reason: 'By me' }, withdraw]) {
        const answer = await request.post(PATH, {
          multipart: { ...fields, step, seen: '0' } as Record<string, string>,
          maxRedirects: 0,
        });
        expect([outsider?.name, step, [303, 307, 404].includes(answer.status())]).toEqual([outsider?.name, step, true]);
      }
    }
  }
  expect(await state()).toEqual(before);
  // The same forms are good in the right hands: the test would not notice otherwise that they had gone stale.
  const saved = await page.context().request.post(PATH, {
    multipart: { ...withdraw, step: 'save', seen: '0' } as Record<string, string>,
    maxRedirects: 0,
  });
  expect(saved.status()).toBe(303);
  expect(await state()).not.toEqual(before);
});
