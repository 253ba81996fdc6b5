import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundleFacts } from '@/lib/domain/bundle/types';
import { daysBetween, localDate } from '@/lib/domain/calendar/local-date';
import { ROOT } from '@/lib/platform/root';
import type { Spool } from '@/lib/platform/spool';
import type { WrittenCategory } from '../bundle/contents';
import { frontSentences } from '../front';
import { saidOfKinds } from '../shared-facts';
import { wordingOf, type Wording } from '../wording';
import { html, scriptJson, type Html } from './html';
import { themeCss } from './theme';
import { Slices } from './slices';
import { categoryHtml, checkHtml, contentsHtml, remediesHtml, searchedHtml, withheldHtml } from './sections';

const FOLDER = join(ROOT, 'lib', 'documents', 'viewer');

// Texts that the script puts on the page, with their own {placeholders}.
const SCRIPT_TEXTS = {
  plain: ['recordsHeading', 'emptyValue', 'searchNothing', 'filterLabel', 'previous', 'next', 'dark', 'light'],
  filled: {
    searchFound: ['records', 'kinds'],
    filter: ['title'],
    tableLabel: ['title'],
    rowsShown: ['from', 'to', 'total'],
    searching: ['done', 'total'],
    searchPartly: ['done', 'total'],
    chunkMissing: ['folder', 'path'],
    sortBy: ['column'],
    recordNo: ['n'],
  },
} as const;

const FONTS = [
  [
    'source-sans-3-latin',
    'U+0000-00FF, U+0131, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212',
  ],
  [
    'source-sans-3-latin-ext',
    'U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1E9F, U+20A0-20AB, U+20AD-20C0, U+2C60-2C7F',
  ],
  ['source-sans-3-cyrillic', 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116'],
] as const;

export type ViewerInput = {
  readonly facts: BundleFacts;
  readonly categories: readonly WrittenCategory[];
  /** SHA-256 of the public key in DER, hex. */
  readonly keyFingerprint: string;
  /** The rows that stand in the page, category after category. */
  readonly inPage: Spool;
};

/**
 * The page that shows a bundle, opened by a double click, without network. Its policy lets nothing run or load but what it carries and the
 * scripts of its own folder, from which records come as they are looked at: `file:` where it is opened from there, `'self'` from a web server.
 */
export async function* viewerFile({
  facts,
  categories,
  keyFingerprint,
  inPage,
}: ViewerInput): AsyncGenerator<string | Uint8Array> {
  const wording = wordingOf(facts);
  const style = await styleOf(facts);
  const script = await readFile(join(FOLDER, 'page.js'), 'utf8');
  yield '<!doctype html>\n';
  yield headHtml(facts, wording, style, script).html;
  yield bodyHtml(facts, categories, keyFingerprint, wording).html;
  const rows = new Slices(inPage.read());
  for (const [i, written] of categories.entries()) {
    yield `${dataHead(i, written)},"rows":[\n`;
    yield* rows.next(written.inPageBytes);
    yield ']}</script>\n';
  }
  yield html`<script type="application/json" id="texts">${{ html: scriptJson(scriptTexts(facts, wording)) }}</script>
<script>${{ html: script }}</script>
</body></html>
`.html;
}

const sourceHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function headHtml(facts: BundleFacts, { t }: Wording, style: string, script: string): Html {
  const policy = `default-src 'none'; style-src ${sourceHash(style)}; script-src ${sourceHash(script)} 'self' file:; font-src data:; base-uri 'none'; form-action 'none'`;
  const title = t('documentTitle', {
    controller: facts.controller.name,
    reference: facts.reference ?? t('previewTitle'),
  });
  return html`<html lang="${facts.locale}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${title}</title>
<style>${{ html: style }}</style></head>
`;
}

async function styleOf({ controller }: BundleFacts): Promise<string> {
  const faces = await Promise.all(
    FONTS.map(async ([name, range]) => {
      const font = await readFile(join(ROOT, 'public', 'fonts', `${name}.woff2`), 'base64');
      return `@font-face { font-family: "Source Sans 3"; src: url(data:font/woff2;base64,${font}) format("woff2"); font-weight: 200 900; unicode-range: ${range}; }\n`;
    }),
  );
  const sheets = await Promise.all(['page.css', 'records.css'].map((name) => readFile(join(FOLDER, name), 'utf8')));
  return `${faces.join('')}${themeCss(controller.accent)}${sheets.join('')}`;
}

function bodyHtml(
  facts: BundleFacts,
  categories: readonly WrittenCategory[],
  fingerprint: string,
  wording: Wording,
): Html {
  const { t } = wording;
  const { controller, reference } = facts;
  const said = saidOfKinds(
    categories.map(({ category }) => category),
    facts,
    wording,
  );
  return html`<body><a class="skip" href="#contents">${t('contents')}</a>
<header class="masthead"><div class="wrap"><span class="brand">${controller.name}</span><span class="muted">${t('rights')}</span><button id="theme" class="btn" type="button" hidden></button></div></header>
<main><div class="wrap">
<p class="muted">${reference === null ? t('preview') : t('reference', { reference })}</p>
<h1>${t('title')}</h1>
${frontSentences(facts, wording).map((sentence, i) => html`<p class="${i === 0 ? 'lead' : 'hidden-front'}">${sentence}</p>`)}
${clockHtml(facts, wording)}
${
  facts.answers.length === 0
    ? null
    : html`<h2>${t('answers')}</h2><ul class="outcomes">${facts.answers.map(
        ({ title, citation, outcome, scope }) =>
          html`<li><span><b>${title}</b> <span class="law">(${citation})</span>${scope === null ? null : html`<br>${scope}`}</span><span>${outcome}</span></li>`,
      )}</ul>`
}
<h2 id="contents">${t('contents')}</h2>
${contentsHtml(facts, categories, wording)}
${categories.length === 0 ? null : html`<p id="without" class="trial">${t('noScript')}</p>`}
${
  categories.length === 0
    ? null
    : html`<form class="search" role="search" hidden><label for="search">${t('search')}</label><div><input id="search" class="input" type="search" autocomplete="off" aria-describedby="hint"><button class="btn" type="reset">${t('clear')}</button></div><p id="hint" class="small muted">${t('searchHint')}</p><p id="found" class="small" role="status"></p></form>`
}
${categories.map((written, i) => categoryHtml(written, i, said[i]!, wording))}
${categories.some(({ sizes }) => sizes.spreadsheetCsv !== null) ? html`<p class="small">${t('spreadsheetNote')}</p>` : null}
${searchedHtml(facts, wording)}${withheldHtml(facts, wording)}${remediesHtml(facts, wording)}${checkHtml(facts, fingerprint, wording)}
</div></main><footer><div class="wrap">${controller.legalName}${controller.address === null ? null : `, ${controller.address}`}</div></footer>
`;
}

/** The dated rule: received at the left, last day at the right, the answer upright between them. */
function clockHtml({ receivedOn, dueOn, madeAt }: BundleFacts, { t, weekday, day, dayOf }: Wording): Html {
  const madeOn = dayOf(madeAt);
  if (dueOn === null) return html`<div class="clock"><h2>${t('answeredOn', { date: weekday(madeOn) })}</h2></div>`;
  const [received, made, due] = [localDate(receivedOn), localDate(madeOn), localDate(dueOn)];
  const left = daysBetween(made, due);
  const span = Math.max(1, daysBetween(received, due), daysBetween(received, made));
  const at = (on: typeof made): number => Math.round((1000 * Math.max(0, daysBetween(received, on))) / span);
  return html`<div class="clock"><h2>${t('answeredOn', { date: weekday(madeOn) })}</h2>
<p class="small">${left >= 0 ? t('daysBefore', { days: left }) : t('daysAfter', { days: -left })}</p>
<svg class="rule" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true"><rect class="rule__track" y="5" width="1000" height="2"/><rect class="rule__spent" y="4" width="${at(made)}" height="4"/><rect class="rule__mark" x="${Math.min(996, at(made))}" width="4" height="12"/><rect class="rule__mark" x="${Math.min(996, at(due))}" y="3" width="4" height="6"/></svg>
<dl class="ends"><div><dt>${t('received')}</dt><dd>${day(receivedOn)}</dd></div><div><dt>${t('lastDay')}</dt><dd>${day(dueOn)}</dd></div></dl></div>`;
}

/** Where the records of one category are, as data that the script reads; a script element of this type is never run. */
function dataHead(i: number, { columns, count, paths, chunks }: WrittenCategory): string {
  const head = scriptJson({ columns, total: count, path: paths.csv, folder: paths.viewer, chunks }).slice(0, -1);
  return `<script type="application/json" id="d${i}">${head}`;
}

/** Path of a script of the viewer, from the page; numbered from 1. */
export const chunkPath = (folder: string, no: number): string => `${folder}/${no}.js`;

/**
 * Records that the page does not hold, as a script beside it: a page from a file may run one, and may read no other file. It hands its rows to
 * the page under its own name.
 */
export const chunkScript = (path: string, rows: Uint8Array): (string | Uint8Array)[] => [
  `rightsdeskRows(${scriptJson(path)},[\n`,
  rows,
  '\n])\n',
];

function scriptTexts({ locale }: BundleFacts, { t }: Wording): unknown {
  const plain = SCRIPT_TEXTS.plain.map((key) => [key, t(key)]);
  const filled = Object.entries(SCRIPT_TEXTS.filled).map(([key, names]) => [
    key,
    t(key, Object.fromEntries(names.map((name) => [name, `{${name}}`]))),
  ]);
  return { lang: locale, texts: Object.fromEntries([...plain, ...filled]) };
}
