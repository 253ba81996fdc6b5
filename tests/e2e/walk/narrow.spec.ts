import { expect, type Page } from '@playwright/test';
import { LOCALES } from '@/lib/domain/locale';
import { dayIn } from '@/tests/support/days';
import { test } from '../browser-test';
import { newestMail, PortalPage } from '../pages/portal-page';
import { aCase, aColleague, commands, query, signIn } from '../pages-desk/desk-world';

const NAME = 'Х'.repeat(200);
const address = (): string => `${crypto.randomUUID().replaceAll('-', '')}${'l'.repeat(18)}@${'d'.repeat(56)}.lu`;
const WORDS = `${'Donaudampfschifffahrtsgesellschaft'.repeat(8)} https://example.com/${'path-'.repeat(40)}`;

/** What sticks out of the window to the side, at widths that WCAG 2.2 (1.4.10) and the smallest telephones ask for. */
async function expectFits(page: Page): Promise<void> {
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const out = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth + 1,
      );
      return [
        `${scrollWidth} > ${clientWidth}`,
        ...out.slice(0, 6).map((element) => `${element.tagName}.${element.className}`),
      ];
    });
    expect.soft([page.url(), width, wide]).toEqual([page.url(), width, []]);
  }
}

for (const locale of LOCALES) {
  test(`no page of a portal is wider than a telephone, whatever is typed: ${locale}`, async ({ page }) => {
    test.setTimeout(400_000);
    const here = new PortalPage(page, 'callsapp', locale);
    const email = address();
    for (const path of ['/', '/callsapp/nowhere', '/mailbox']) {
      await page.goto(path);
      await expectFits(page);
    }
    for (const path of ['', '/find', '/nowhere', `/confirm/${'x'.repeat(43)}`, '/my-request']) {
      await here.open(path);
      await expectFits(page);
    }
    await here.open('/request/for-whom');
    await here.next();
    await expectFits(page);
    await here.choose('self');
    await here.next();
    await here.next();
    await expectFits(page);
    await here.choose('own');
    await here.next();
    await here.next();
    await expectFits(page);
    await here.choose('copy');
    await page.locator('#details').fill(WORDS);
    await here.next();
    await page.locator('#name').fill(NAME);
    await page.locator('#email').fill(`${'n'.repeat(90)}`);
    await here.next();
    await expectFits(page);
    await page.locator('#email').fill(email);
    await here.next();
    await expect(here.heading()).toHaveText(here.say('check.title'));
    await expectFits(page);
    await here.send();
    await expectFits(page);
    await page.locator('#code').fill((await newestMail(page, email)).code);
    await here.go(here.say('sent.confirm.button'));
    await expectFits(page);
    for (const path of ['/my-request/write', '/my-request/withdraw', '/my-request/open', '/mailbox']) {
      await here.open(path);
      await expectFits(page);
    }
  });
}

test('no page of the desk is wider than a telephone, whatever stands in it', async ({ browser }) => {
  test.setTimeout(400_000);
  const [person, other, dpo, admin] = [
    await aColleague(['approver']),
    await aColleague(['desk']),
    await aColleague(['dpo']),
    await aColleague(['admin']),
  ];
  const long = { name: NAME, email: address() };
  const [fresh, verified, decided, agreed, rejected, closed] = await Promise.all([
    aCase({ ...long, rights: ['GDPR:access', 'GDPR:erasure', 'GDPR:objection'] }),
    aCase(long),
    aCase({ ...long, rights: ['GDPR:objection_marketing'] }),
    aCase({ ...long, rights: ['GDPR:erasure'] }),
    aCase(long),
    aCase(long),
  ]);
  const today = dayIn('Europe/Luxembourg');
  const right = async (caseId: string) =>
    (await query<{ id: string }>('select "id" from "RightItem" where "caseId" = $1', [caseId]))[0]?.id;
  const decide = async (caseId: string) => ({
    type: 'DecideRight',
    rightItemId: await right(caseId),
    outcome: 'granted',
    grounds: [],
    facts: WORDS,
    despiteHidden: null,
  });
  await commands(fresh.caseId, other.staffId, { type: 'WriteNote', messageId: crypto.randomUUID(), body: WORDS });
  for (const { caseId } of [verified, decided, agreed])
    await commands(caseId, other.staffId, { type: 'AcceptIdentity', method: 'confirmedEmail' });
  await commands(
    decided.caseId,
    other.staffId,
    { type: 'RecordStopped', rightItemId: await right(decided.caseId) },
    await decide(decided.caseId),
  );
  await commands(agreed.caseId, other.staffId, await decide(agreed.caseId));
  await commands(agreed.caseId, person.staffId, { type: 'ApproveDecision' });
  await commands(rejected.caseId, other.staffId, {
    type: 'ProposeRejection',
    grounds: ['GDPR-12-6'],
    facts: WORDS,
    unaskedBecause: WORDS,
    confirmed: ['dataAffected'],
  });
  await commands(closed.caseId, other.staffId, {
    type: 'WithdrawRequest',
    told: { way: 'phone', on: today, words: WORDS },
  });
  const pages: [typeof person, string[]][] = [
    [
      person,
      [
        '/desk',
        '/desk?state=all&waits=message&who=team',
        '/desk?found=none',
        '/desk/calendars',
        '/account',
        '/account/password',
        '/desk/nowhere',
        '/dpo',
      ],
    ],
    [person, [fresh, verified, decided, agreed, rejected, closed].map(({ caseId }) => `/desk/cases/${caseId}`)],
    [
      person,
      [
        `/desk/cases/${decided.caseId}/approval`,
        `/desk/cases/${verified.caseId}/review`,
        `/desk/cases/${verified.caseId}/decide`,
      ],
    ],
    [admin, ['/desk/staff']],
    [
      dpo,
      [
        '/dpo',
        '/dpo/log',
        '/dpo/cases',
        '/dpo/law',
        '/dpo/calendars',
        `/dpo/cases/${fresh.caseId}`,
        `/dpo/log?case=${fresh.reference}`,
      ],
    ],
  ];
  for (const who of new Set(pages.map(([one]) => one))) {
    const page = await (await browser.newContext()).newPage();
    await page.goto('/sign-in');
    await expectFits(page);
    await signIn(page.context(), who);
    for (const path of pages.filter(([one]) => one === who).flatMap(([, paths]) => paths)) {
      await page.goto(path);
      // What is folded away is part of the page too.
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      await expectFits(page);
    }
    await page.context().close();
  }
});

test('the review of real records fits a telephone', async ({ browser }) => {
  const [person, { caseId }] = [await aColleague(['desk']), await aCase({ name: NAME })];
  const page = await (await browser.newContext()).newPage();
  await signIn(page.context(), person);
  await commands(caseId, person.staffId, { type: 'AcceptIdentity', method: 'confirmedEmail' });
  await page.goto(`/desk/cases/${caseId}`);
  await page.getByRole('button', { name: 'Start collection' }).click();
  await page.getByRole('link', { name: 'Open review' }).click({ timeout: 120_000 });
  await page.locator('[data-field]').first().click();
  await expectFits(page);
});
