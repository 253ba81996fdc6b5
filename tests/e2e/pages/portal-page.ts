import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/lib/domain/locale';
import { expectAccessible } from '@/tests/support/accessible';

type Texts = { [key: string]: string | Texts };

const texts = (locale: Locale, namespace: string): Texts =>
  JSON.parse(
    readFileSync(new URL(`../../../lib/platform/i18n/messages/${locale}/${namespace}.json`, import.meta.url), 'utf8'),
  ) as Texts;

/** A text without values, as the person reads it. */
export function say(locale: Locale, key: string): string {
  const found = key
    .split('.')
    .reduce<string | Texts | undefined>(
      (node, part) => (typeof node === 'object' ? node[part] : undefined),
      texts(locale, 'public'),
    );
  if (typeof found !== 'string') throw new Error(`No text ${key}`);
  return found;
}

/** The pages of one portal in one language, as a requester meets them. */
export class PortalPage {
  constructor(
    readonly page: Page,
    readonly controller: string,
    readonly locale: Locale,
  ) {}

  readonly home = (): string => `/${this.controller}/${this.locale}`;
  readonly say = (key: string): string => say(this.locale, key);
  readonly main = (): Locator => this.page.getByRole('main');
  readonly errors = (): Locator => this.page.locator('#errors');
  readonly heading = (): Locator => this.page.getByRole('heading', { level: 1 });

  async open(path = ''): Promise<void> {
    await this.page.goto(`${this.home()}${path}`);
  }

  /** Presses the main button and waits for the page it leads to. */
  async go(name: string): Promise<void> {
    const button = this.main().getByRole('button', { name, exact: true });
    await Promise.all([this.page.waitForEvent('load'), button.click()]);
  }

  readonly next = (): Promise<void> => this.go(this.say('frame.continue'));

  async choose(value: string): Promise<void> {
    await this.page.locator(`input[value="${value}"]`).check();
  }

  async expectQuestion(question: string, values: Record<string, string> = { forWhom: 'self' }): Promise<void> {
    const t = createTranslator<Record<string, unknown>>({
      locale: this.locale,
      messages: texts(this.locale, 'public'),
    });
    await expect(this.heading()).toHaveText(t(`question.${question}.title` as never, values as never));
  }

  /** No violation of WCAG 2.2 A and AA that a machine can find, one main heading, the right language. */
  async expectAccessible(): Promise<void> {
    await expect(this.heading()).toHaveCount(1);
    await expect(this.page.locator('html')).toHaveAttribute('lang', this.locale);
    await expectAccessible(this.page);
  }

  /** Walks the questions with right answers, up to the page that shows them all. */
  async answer({
    email,
    name,
    rights,
    place = 'own',
  }: {
    email: string;
    name: string;
    rights: readonly string[];
    place?: string;
  }): Promise<void> {
    await this.open('/request/for-whom');
    await this.choose('self');
    await this.next();
    await this.choose(place);
    await this.next();
    for (const right of rights) await this.choose(right);
    await this.next();
    while (!this.page.url().includes('/request/who')) await this.tell('As I said');
    await this.page.locator('#name').fill(name);
    await this.page.locator('#email').fill(email);
    await this.next();
    await expect(this.heading()).toHaveText(this.say('check.title'));
  }

  /** Answers the page of what a wish asks: the last choice that it offers, and words wherever there is room for them. */
  async tell(words: string): Promise<void> {
    const main = this.main();
    for (const text of await main.locator('textarea, input[type="text"]').all()) await text.fill(words);
    const choices = main.locator('input[type="radio"], input[type="checkbox"]');
    if ((await choices.count()) > 0) await choices.last().check();
    await this.next();
  }

  /** Sends what was answered. @returns the reference */
  async send(): Promise<string> {
    await this.go(this.say('check.send'));
    return this.main().locator('[data-reference]').first().innerText();
  }
}

/** The newest mail to an address, from the mailbox of the demonstration. */
export async function newestMail(page: Page, to: string): Promise<{ text: string; code: string; link: string }> {
  const mailbox = await page.context().newPage();
  await mailbox.goto('/mailbox');
  const text = await mailbox.locator('article', { hasText: to }).first().innerText();
  await mailbox.close();
  return { text, code: /^\d{6}$/m.exec(text)?.[0] ?? '', link: /https?:\/\/\S+/.exec(text)?.[0] ?? '' };
}

/** An address nobody else in this run has. */
export const anAddress = (): string => `someone.${Math.random().toString(36).slice(2, 10)}@example.com`;
