import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MESSAGES = 'lib/platform/i18n/messages';
// Staff speak this language, and whoever asks for none that is there is answered in it.
const FIRST = 'en';
const HEAD = `// Made from the folders of ${MESSAGES}; a test compares. After adding a language: npm run generate.\n\n`;

/** @param {string} text */
const quoted = (text) =>
  text.includes("'") && !text.includes('"') ? JSON.stringify(text) : `'${text.replace(/[\\']/g, '\\$&')}'`;

/** @param {string} name @param {string} locale */
const constant = (name, locale) => `${name}_${locale.replace(/\W/g, '_')}`;

/** @param {object} texts @param {string} [prefix] @returns {[key: string, text: string][]} */
const flat = (texts, prefix = '') =>
  Object.entries(texts).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [[prefix + key, inner]] : flat(inner, `${prefix}${key}.`),
  );

/**
 * The code that follows from which languages there are: their list, the texts of the domain, and the imports that the pages' bundler needs.
 * @param {string} root
 * @returns {Record<string, string>} by path under the checkout
 */
export function languageFiles(root) {
  const folder = join(root, MESSAGES);
  const found = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'public.json')));
  const locales = [FIRST, ...found.filter((locale) => locale !== FIRST).sort()];
  /** @param {string} locale */
  const namespaces = (locale) =>
    readdirSync(join(folder, locale))
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -5))
      .sort();
  // A namespace that another language lacks is one for staff.
  const imports = locales.flatMap((locale) =>
    namespaces(locale).map((name) => `import ${constant(name, locale)} from './messages/${locale}/${name}.json';`),
  );
  const rows = locales.map((locale) => {
    const own = new Set(namespaces(locale));
    const cells = namespaces(FIRST).map((name) => `    ${name}: ${constant(name, own.has(name) ? locale : FIRST)},`);
    return `  ${asKey(locale)}: {\n${cells.join('\n')}\n  },`;
  });
  const words = locales.map((locale) => {
    const texts = flat(JSON.parse(readFileSync(join(folder, locale, 'map.json'), 'utf8')));
    return `  ${asKey(locale)}: {\n${texts.map(([key, text]) => `    ${asKey(key)}: ${quoted(text)},`).join('\n')}\n  },`;
  });
  return {
    'lib/domain/languages.generated.ts': `${HEAD}export const LANGUAGES = [${locales.map(quoted).join(', ')}] as const;\n`,
    'lib/domain/datamap/words.generated.ts': `${HEAD}/** What a copy says of data where the map uses a word of ours. */\nexport const MAP_WORDS = {\n${words.join('\n')}\n} as const;\n`,
    'lib/platform/i18n/messages.generated.ts': `${imports.join('\n').replace(/^/, HEAD)}\n\nexport const MESSAGES = {\n${rows.join('\n')}\n} as const;\n`,
  };
}

/** @param {string} name */
const asKey = (name) => (/^[a-z]+$/.test(name) ? name : quoted(name));

/**
 * Writes what of this code is not as the folders say.
 * @param {string} root
 */
export function ensureLanguages(root) {
  for (const [path, code] of Object.entries(languageFiles(root))) {
    const file = join(root, path);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== code) writeFileSync(file, code);
  }
}
