import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { Linter } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordingOf } from '@/lib/documents/wording';
import { LOCALES, type Locale } from '@/lib/domain/locale';
import { expectAccessible } from '@/tests/support/accessible';
import { findChromium } from '../../support/chromium.js';
import { HARD_TEXTS, sampleFacts, writeSample } from './sample';
import { unpack } from './unpack';

const CALLS = 6000;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'viewer-'));
  for (const locale of LOCALES) {
    const zip = path.join(folder, `${locale}.zip`);
    await writeSample(zip, { facts: sampleFacts({ locale }) }, locale === 'en' ? CALLS : undefined);
    await unpack(zip, path.join(folder, locale));
  }
  browser = await chromium.launch({ executablePath: findChromium() });
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Opens the page from its file, notes whatever goes wrong on it, and hands over what was noted. */
async function open(
  locale: Locale,
  options: BrowserContextOptions = {},
  place = path.join(folder, locale),
): Promise<{ page: Page; wrong: string[] }> {
  const page = await (await browser.newContext(options)).newPage();
  const wrong: string[] = [];
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    if (!/^(file|data):/u.test(request.url())) wrong.push(request.url());
  });
  await page.goto(pathToFileURL(path.join(place, 'index.html')).href);
  return { page, wrong };
}

const calls = (page: Page) => page.locator('section', { has: page.locator('h2', { hasText: 'Calls and messages' }) });

describe.each(LOCALES)('the viewer in %s', (locale) => {
  it.each([
    [360, 'light'],
    [1440, 'dark'],
  ] as const)('is accessible and fits at %i px, %s', async (width, colorScheme) => {
    const { page, wrong } = await open(locale, { viewport: { width, height: 900 }, colorScheme });
    await calls(page).locator('.records').scrollIntoViewIfNeeded();
    await calls(page).locator('.records tbody tr').first().waitFor();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(wrong).toEqual([]);
    expect(await page.getAttribute('html', 'lang')).toBe(locale);
    await page.context().close();
  });

  it('says without a script what it is, why, and where the records are', async () => {
    const { page } = await open(locale, { javaScriptEnabled: false });
    const { t } = wordingOf({ locale, timezone: 'UTC' });
    const text = await page.locator('main').innerText();
    for (const part of [
      t('noScript'),
      'Telekom Example SA',
      '12 months after the call',
      'Art. 15(4) GDPR',
      'CNPD',
      'https://rights.callsapp.example/.well-known',
    ]) {
      expect(text).toContain(part);
    }
    await page.context().close();
  });
});

describe('the records in the viewer', () => {
  it('are texts, whatever is in them', async () => {
    const { page, wrong } = await open('en');
    const help = page.locator('section', { has: page.locator('h2', { hasText: 'Help requests' }) });
    await help.scrollIntoViewIfNeeded();
    const cells = help.locator('.records tbody td:nth-child(2)');
    await cells.first().waitFor();
    const shown = await cells.evaluateAll((all) => all.map((cell) => cell.textContent));
    expect(shown).toEqual(Object.values(HARD_TEXTS));
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('are searched across all kinds of data, whatever the capitals and accents', async () => {
    const { page } = await open('en');
    await page.getByRole('searchbox', { name: 'Search in all records' }).fill('МАИКА МИ');
    await page.getByText('Found: 120. Kinds of data: 1.').waitFor();
    expect(await page.locator('.category:visible h2').allInnerTexts()).toEqual(['Calls and messages']);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.locator('.category h2').nth(3).waitFor();
    expect(await page.locator('.category:visible').count()).toBe(4);
    await page.context().close();
  });

  it('are all there, however many: those that the page does not hold come from the files beside it as they are looked at', async () => {
    const { page, wrong } = await open('en');
    await calls(page).scrollIntoViewIfNeeded();
    await calls(page).getByText('1–50 of 6,000').waitFor();
    for (let turn = 1; turn <= 10; turn += 1) await calls(page).getByRole('button', { name: 'Next' }).click();
    await calls(page).getByText('501–550 of 6,000').waitFor();
    expect(await calls(page).locator('.records tbody tr').first().innerText()).toContain(
      String(9_007_199_254_740_993n + 500n),
    );
    await calls(page)
      .getByRole('searchbox')
      .fill(String(9_007_199_254_740_993n + 5999n));
    await calls(page).getByText('1–1 of 1').waitFor();
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('can be paged, filtered and sorted with the keyboard alone', async () => {
    const { page } = await open('en');
    await calls(page).scrollIntoViewIfNeeded();
    await calls(page).getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    await calls(page).getByText('51–100 of 6,000').waitFor();
    await calls(page).getByRole('searchbox').focus();
    await page.keyboard.type('2024-01-01T0');
    await calls(page).getByText('1–10 of 10').waitFor();
    await calls(page).locator('th button', { hasText: 'seconds' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await calls(page).locator('th[aria-sort="descending"]').innerText()).toContain('seconds');
    const seconds = await calls(page).locator('.records tbody td:nth-child(5)').allInnerTexts();
    expect(seconds.map(Number)).toEqual(seconds.map(Number).toSorted((a, b) => b - a));
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('seconds');
    await page.context().close();
  });

  it('are all on paper, and the search is not', async () => {
    const { page } = await open('bg');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.records > *').count()).toBeGreaterThan(4);
    expect(await page.locator('.search').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('the look', () => {
  it('turns dark and light by its button', async () => {
    const { page } = await open('en', { colorScheme: 'light' });
    const colour = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await colour();
    await page.getByRole('button', { name: 'Dark' }).click();
    expect(await colour()).not.toBe(light);
    await page.getByRole('button', { name: 'Light' }).click();
    expect(await colour()).toBe(light);
    await page.context().close();
  });
});

describe('an older engine', () => {
  it('can read the script, which is of 2018', async () => {
    const script = await readFile(new URL('../../../lib/documents/viewer/page.js', import.meta.url), 'utf8');
    const messages = new Linter().verify(script, [{ languageOptions: { ecmaVersion: 2018, sourceType: 'script' } }]);
    expect(messages).toEqual([]);
  });

  it('shows a note in the place of the records where the script does not run', async () => {
    const { page } = await open('bg', { javaScriptEnabled: false });
    expect(await page.locator('#without').innerText()).toContain('report.pdf');
    await page.context().close();
    const { page: running } = await open('bg');
    expect(await running.locator('#without').count()).toBe(0);
    await running.context().close();
  });

  it('finds its colours without light-dark()', async () => {
    expect(await readFile(path.join(folder, 'en', 'index.html'), 'utf8')).not.toContain('light-dark(');
  });
});

describe('a page that was taken out of its folder', () => {
  it('shows what it holds, and says of the rest where it is and what to open, in search too', async () => {
    const alone = path.join(folder, 'alone');
    await mkdir(alone);
    await copyFile(path.join(folder, 'en', 'index.html'), path.join(alone, 'index.html'));
    const { page } = await open('en', {}, alone);
    await calls(page).scrollIntoViewIfNeeded();
    await calls(page).getByText('1–50 of 6,000').waitFor();
    for (let turn = 1; turn <= 10; turn += 1) await calls(page).getByRole('button', { name: 'Next' }).click();
    await calls(page).getByText('These records are in the folder “viewer/calls.calls” beside this page').waitFor();
    expect(await calls(page).locator('.trial').innerText()).toContain('data/calls.calls.csv');
    await page.getByRole('searchbox', { name: 'Search in all records' }).fill('МАИКА МИ');
    await page
      .getByText(/Found: 10\. Kinds of data: 1\. Only 5\d\d of 6,0\d\d records could be looked through/u)
      .waitFor();
    await page.context().close();
  });
});

describe('what is hidden', () => {
  it('is said at the front, with its number and its ground', async () => {
    const { page } = await open('en');
    expect(await page.locator('.hidden-front').innerText()).toContain(
      '1 value or record that we found is hidden or left out: It names someone else (Art. 15(4) GDPR).',
    );
    await page.context().close();
  });
});
