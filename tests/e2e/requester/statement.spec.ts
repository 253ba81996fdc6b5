import { expect } from '@playwright/test';
import { test } from '../browser-test';
import { aColleague, commands, query } from '../pages-desk/desk-world';
import { anAddress, newestMail, PortalPage } from '../pages/portal-page';

// The widths of a telephone, a tablet and a desk; what the pages look like is kept beside the report.
const WIDTHS = [360, 768, 1440];

test('a Californian asks who received data for marketing, reads the statement and fetches the signed document', async ({
  page,
}, info) => {
  test.setTimeout(240_000);
  const sessia = new PortalPage(page, 'sessia', 'en');
  const email = anAddress();
  await sessia.open('/request/for-whom');
  await sessia.choose('self');
  await sessia.next();
  await sessia.choose('US-CA');
  await sessia.next();
  await sessia.choose('customer');
  await sessia.next();
  await sessia.choose('receivers');
  await sessia.next();
  await page.locator('#name').fill('Emily Carter');
  await page.locator('#email').fill(email);
  await sessia.next();
  await sessia.expectQuestion('california');
  await page.locator('#street').fill('100 Example Boulevard');
  await page.locator('#city').fill('Sacramento');
  await page.locator('#zip').fill('95814');
  await sessia.choose('yes');
  await sessia.next();
  const reference = await sessia.send();
  await page.locator('#code').fill((await newestMail(page, email)).code);
  await sessia.go(sessia.say('sent.confirm.button'));

  const [found] = await query<{ id: string }>('select "id" from "Case" where "reference" = $1', [reference]);
  const caseId = found?.id ?? '';
  const [item] = await query<{ id: string }>('select "id" from "RightItem" where "caseId" = $1', [caseId]);
  const [decider, approver] = [await aColleague(['desk'], ['sessia']), await aColleague(['approver'], ['sessia'])];
  // The statement says it all: the desk adds nothing to it.
  await commands(caseId, decider.staffId, {
    type: 'DecideRight',
    rightItemId: item?.id,
    outcome: 'granted',
    grounds: [],
    facts: '',
    despiteHidden: null,
  });
  await commands(caseId, approver.staffId, { type: 'ApproveDecision' });
  await expect
    .poll(
      async () =>
        (await query('select 1 from "Statement" where "caseId" = $1 and "madeAt" is not null', [caseId])).length,
      { timeout: 60_000 },
    )
    .toBe(1);

  await sessia.open('/my-request');
  for (const words of ['Sample Garden', '3 Example Park, Plovdiv', '200 Example Road, Oakland', 'Name and address.'])
    await expect(sessia.main()).toContainText(words);
  await sessia.expectAccessible();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: info.outputPath(`statement-${width}-${colorScheme}.png`), fullPage: true });
    }
  }
  await sessia.go(sessia.say('statement.fetch'));
  await page.locator('#code').fill((await newestMail(page, email)).code);
  await sessia.go(sessia.say('open.button'));
  const coming = page.waitForEvent('download');
  await sessia
    .main()
    .getByRole('link', { name: sessia.say('statement.download') })
    .click();
  expect((await coming).suggestedFilename()).toBe(`${reference}-statement.zip`);
  const kinds = await query<{ kind: string }>('select "kind" from "AuditEvent" where "caseId" = $1', [caseId]);
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['StatementMade', 'StatementDownloaded']));
});
