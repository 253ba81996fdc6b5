import type { Browser, BrowserContext } from '@playwright/test';
import { type Colleague, signIn } from './desk-world';

/** A browser of its own for somebody who is signed in, or for nobody. */
export async function contextOf(browser: Browser, person: Colleague | null): Promise<BrowserContext> {
  const context = await browser.newContext();
  if (person) await signIn(context, person);
  return context;
}

export type Form = { readonly path: string; readonly words: string; readonly fields: Record<string, string> };

/** Every form of a page as it is posted without a script by its first button, with each field filled: also those that stand outside it and name it. */
export async function formsOf(context: BrowserContext, path: string): Promise<Form[]> {
  const plain = await context
    .browser()!
    .newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
  const page = await plain.newPage();
  await page.goto(path);
  const forms = await page.locator('form').evaluateAll((all) =>
    (all as HTMLFormElement[]).map((form) => ({
      words: form.querySelector('button')?.textContent ?? '',
      fields: Object.fromEntries(
        ([...form.elements] as (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[])
          // Of several buttons only the one that is pressed is sent.
          .filter(
            (field) =>
              field.name && (field.tagName !== 'BUTTON' || (field as Element) === form.querySelector('button')),
          )
          .map((field) => [field.name, field.value || 'Something written.']),
      ),
    })),
  );
  await plain.close();
  return forms
    .filter(({ fields }) => Object.keys(fields).some((name) => name.startsWith('$ACTION')))
    .map((form) => ({ path, ...form }));
}
