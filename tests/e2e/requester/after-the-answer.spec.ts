import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { test } from '../browser-test';
import { aColleague, commands, query } from '../pages-desk/desk-world';
import { anAddress, newestMail, PortalPage } from '../pages/portal-page';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('says which data are meant, then that the answer is wrong: the closed request opens again and the story tells it', async ({
      page,
    }) => {
      test.setTimeout(240_000);
      const portal = new PortalPage(page, 'callsapp', 'en');
      const email = anAddress();
      await portal.answer({ email, name: 'Nadia Weber', rights: ['noUse'] });
      const reference = await portal.send();
      await page.locator('#code').fill((await newestMail(page, email)).code);
      await portal.go(portal.say('sent.confirm.button'));

      const can = page.getByRole('complementary', { name: portal.say('do.title') });
      await expect(can.getByRole('link', { name: portal.say('do.review') })).toHaveCount(0);
      await can.getByRole('link', { name: portal.say('do.narrowing') }).click();
      await expect(portal.heading()).toHaveText(portal.say('write.narrowing.title'));
      await portal
        .main()
        .getByRole('button', { name: portal.say('write.button') })
        .click();
      await expect(portal.errors()).toContainText(portal.say('problem.empty.body'));
      if (javaScriptEnabled) await portal.expectAccessible();
      await page.locator('#body').fill('Only the advertising in the app');
      await portal
        .main()
        .getByRole('button', { name: portal.say('write.button') })
        .click();
      const messages = page.getByRole('region', { name: portal.say('messages.title') });
      await expect(messages).toContainText(`Nadia Weber: ${portal.say('messages.about.narrowing')}`);
      const story = page.getByRole('region', { name: portal.say('story.title') });
      await expect(story).toContainText(portal.say('story.was.narrowing'));
      await expect(story).toContainText(portal.say('story.more.received'));

      const [decider, approver] = [
        await aColleague(['desk'], ['callsapp']),
        await aColleague(['approver'], ['callsapp']),
      ];
      const [found] = await query<{ id: string }>('select "id" from "Case" where "reference" = $1', [reference]);
      const caseId = found?.id ?? '';
      const [item] = await query<{ id: string }>('select "id" from "RightItem" where "caseId" = $1', [caseId]);
      const facts = 'We use nothing for that.';
      const decide = { outcome: 'noData', grounds: [], facts, despiteHidden: null };
      await commands(
        caseId,
        decider.staffId,
        { type: 'AcceptIdentity', method: 'confirmedEmail' },
        { type: 'DecideRight', rightItemId: item?.id, ...decide },
      );
      await commands(caseId, approver.staffId, { type: 'ApproveDecision' });
      await expect
        .poll(
          async () =>
            (
              await query<{ state: string }>(
                'select "state" from "Notice" where "caseId" = $1 and "state" <> \'sent\'',
                [caseId],
              )
            ).length,
        )
        .toBe(0);
      await commands(caseId, decider.staffId, { type: 'CloseCase' });

      await portal.open('/my-request');
      await expect(portal.heading()).toContainText(portal.say('status.now.answered.title'));
      await expect(portal.main()).toContainText(/We keep this request until .+ 20\d\d, so that/);
      await can.getByRole('link', { name: portal.say('do.mistake') }).click();
      await expect(portal.heading()).toHaveText(portal.say('write.mistake.title'));
      if (javaScriptEnabled) await portal.expectAccessible();
      const said = `It is Webber ${randomUUID()}`;
      await page.locator('#body').fill(said);
      await portal
        .main()
        .getByRole('button', { name: portal.say('write.button') })
        .click();
      await expect(portal.heading()).toContainText(portal.say('status.now.decided.title'));
      await expect(messages).toContainText(said);
      await expect(story).toContainText(portal.say('story.was.mistake'));
      const [next] = await query<{ nextStep: string }>('select "nextStep" from "Case" where "id" = $1', [caseId]);
      expect(next?.nextStep).toBe('readMessage');
    });

    test('asks for something more without saying again who they are', async ({ page }) => {
      const portal = new PortalPage(page, 'callsapp', 'ru');
      const email = anAddress();
      await portal.answer({ email, name: 'Надя Вебер', rights: ['copy'] });
      const first = await portal.send();
      await page.locator('#code').fill((await newestMail(page, email)).code);
      await portal.go(portal.say('sent.confirm.button'));
      await portal.go(portal.say('do.another'));
      await portal.expectQuestion('rights');
      await expect(page.locator('input[name="rights"]:checked')).toHaveCount(0);
      await portal.choose('noMarketing');
      await portal.next();
      await expect(portal.heading()).toHaveText(portal.say('check.title'));
      await expect(portal.main()).toContainText('Надя Вебер');
      await expect(portal.main()).toContainText(email);
      expect(await portal.send()).not.toBe(first);
    });
  });
}
