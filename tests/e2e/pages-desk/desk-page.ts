import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';
import { type Colleague, commands, query, signIn } from './desk-world';

/** What somebody of the desk does with one case, step by step. */
export class DeskPage {
  constructor(
    readonly page: Page,
    readonly person: Colleague,
  ) {}

  readonly enter = (): Promise<void> => signIn(this.page.context(), this.person);

  async find(reference: string): Promise<void> {
    await this.page.goto('/desk');
    await this.page.getByRole('searchbox').fill(reference);
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL('**/desk/cases/*');
  }

  readonly others = (): Locator => this.page.getByRole('region', { name: 'Other steps' });

  readonly step = (name: string): Promise<void> => this.others().locator('summary', { hasText: name }).click();

  readonly next = (name: string | RegExp): Promise<void> => expect(this.page.locator('#next')).toHaveText(name);

  async acceptIdentity(): Promise<void> {
    await this.page.getByRole('radio', { name: /Confirmed address of an account/ }).check();
    await this.page.getByRole('button', { name: 'Confirm identity' }).click();
  }

  async collect(): Promise<void> {
    await this.page.getByRole('button', { name: 'Start collection' }).click();
    await expect(
      this.page.getByRole('heading', { name: 'Look through the records and decide each right' }),
    ).toBeVisible({ timeout: 120_000 });
  }

  /** Hides one whole value. @returns what was hidden */
  async redact(collection: string, field: string, facts: string): Promise<string> {
    await this.page.getByRole('link', { name: 'Open review' }).click();
    await this.page
      .getByRole('link', { name: new RegExp(`^${collection}`) })
      .or(this.page.getByRole('button', { name: new RegExp(`^${collection}`) }))
      .first()
      .click();
    await this.page
      .getByRole('button', { name: new RegExp(`^Choose ${field}: `) })
      .first()
      .click();
    const hidden = await this.page.getByLabel('Mark a part of it to hide only that').inputValue();
    await this.page.getByLabel('Facts in this case').fill(facts);
    await this.page.locator('#hide').getByRole('button', { name: /^Hide/ }).click();
    await expect(this.page.getByText('1 hidden')).toBeVisible();
    return hidden;
  }

  /** Leaves shown whatever the data map leaves to a person. */
  async leaveShown(): Promise<void> {
    const caseId = new URL(this.page.url()).pathname.split('/')[3] ?? '';
    const found = await query<{ collectionId: string; marked: { toDecide: Record<string, number> } | null }>(
      'select "collectionId", "marked" from "SourceResult" where "caseId" = $1',
      [caseId],
    );
    const fields = found.flatMap(({ collectionId, marked }) =>
      Object.keys(marked?.toDecide ?? {}).map((field) => ({ collectionId, field })),
    );
    await commands(
      caseId,
      this.person.staffId,
      ...fields.map((where) => ({ type: 'KeepShown', keptId: randomUUID(), recordNo: null, ...where })),
    );
    await this.page.reload();
  }

  async grant(): Promise<void> {
    await this.leaveShown();
    await this.page.goto(`${new URL(this.page.url()).pathname.split('/').slice(0, 4).join('/')}/decide`);
    await this.page.getByRole('radio', { name: /^Granted (Everything|We agree)/ }).check();
    const despite = this.page.getByLabel(/^Why everything is granted/);
    if (await despite.isVisible())
      await despite.fill('What is hidden is another person’s; all of theirs is in the copy.');
    // What the demo's data map does not state, the copy does not say: the desk confirms each such part, here that it asks nothing.
    for (const part of await this.page.locator('input[name="confirmed"]:visible').all()) await part.check();
    await this.page.getByRole('button', { name: 'Decide', exact: true }).click();
    await expect(this.page.getByRole('heading', { name: 'A second person approves' })).toBeVisible();
  }

  async approve(): Promise<void> {
    await this.page.getByRole('link', { name: 'Check and approve' }).click();
    await this.page.getByRole('button', { name: 'Approve and answer' }).click();
    await expect(this.page.getByRole('heading', { name: 'The answer is there for the requester' })).toBeVisible({
      timeout: 180_000,
    });
  }
}
