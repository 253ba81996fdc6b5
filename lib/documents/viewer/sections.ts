import { formOf } from '@/lib/domain/bundle/record-form';
import type { BundleFacts } from '@/lib/domain/bundle/types';
import { OPENSSL_COMMAND, PATHS, SUMS_COMMAND, VERIFY_COMMAND, type WrittenCategory } from '../bundle/contents';
import { nothingFound } from '../front';
import type { SaidOfKind } from '../shared-facts';
import type { Wording } from '../wording';
import { html, type Html } from './html';
import { contactHtml, factsHtml, tableHtml } from './parts';

/** The list of what is in the copy, each line leading to its part of the page. */
export function contentsHtml(facts: BundleFacts, categories: readonly WrittenCategory[], wording: Wording): Html {
  const { t, count, bytes } = wording;
  if (categories.length === 0) return html`<p>${nothingFound(facts, wording)}</p>`;
  const total = categories.reduce((sum, category) => sum + category.count, 0);
  const size = categories.reduce((sum, { sizes }) => sum + sizeOf(sizes), 0);
  return html`<table class="data contents"><thead><tr><th scope="col">${t('kind')}</th><th scope="col" class="figure">${t('records')}</th><th scope="col" class="figure size">${t('dataFiles')}</th></tr></thead>
<tbody>${categories.map(
    ({ category, count: records, sizes }, i) =>
      html`<tr><th scope="row"><a href="#c${i}">${category.title}</a><span class="note">${category.systemName}</span></th><td class="figure">${count(records)}</td><td class="figure size">${bytes(sizeOf(sizes))}</td></tr>`,
  )}</tbody><tfoot><tr><th scope="row">${t('total')}</th><td class="figure">${count(total)}</td><td class="figure size">${bytes(size)}</td></tr></tfoot></table>
${
  facts.decisionsStated
    ? html`<p class="small">${t('contentsDecisions')}</p>
`
    : null
}<p class="small"><a href="${PATHS.report}">${t('fileReport')}</a></p>`;
}

/** All files of one kind of data, as the portal counts them too. */
const sizeOf = ({ json, csv, spreadsheetCsv }: WrittenCategory['sizes']): number => json + csv + (spreadsheetCsv ?? 0);

/** One category: the facts of Art. 15(1) and (2), its fields, its files, and the place where the script puts its records. */
export function categoryHtml(written: WrittenCategory, i: number, { shared, own }: SaidOfKind, wording: Wording): Html {
  const { t } = wording;
  const { category } = written;
  const system = category.systemName;
  return html`${
    shared.length === 0
      ? null
      : html`<section class="system"><h2>${t('sharedFacts', { system })}</h2>
${factsHtml(shared)}</section>
`
  }<section id="c${i}" class="category" aria-labelledby="h${i}">
<h2 id="h${i}">${category.title}</h2>
<p class="muted">${category.systemName} · ${t('recordCount', { count: written.count })}</p>
${category.description === null ? null : html`<p>${category.description}</p>`}
${factsHtml(own)}
<details><summary>${t('dictionary')}</summary>${tableHtml(
    [t('field'), t('fieldKey'), t('fieldMeaning')],
    category.fields.map(({ title, name, description }) => [title, html`<code>${name}</code>`, description ?? '']),
  )}</details>
<p class="small files">${t('files')}: ${filesHtml(written, wording)}</p>
<div class="records" data-category="${i}"></div>
</section>`;
}

const JSON_WORDS = { json: 'fileJson', ndjson: 'fileNdjson' } as const;

function filesHtml({ paths, jsonPath, count, sizes }: WrittenCategory, { t, bytes }: Wording): Html {
  const spreadsheet = sizes.spreadsheetCsv;
  return html`<a href="${paths.csv}">${t('fileCsv')}</a> (${bytes(sizes.csv)}), <a href="${jsonPath}">${t(JSON_WORDS[formOf(count)])}</a> (${bytes(sizes.json)})${
    spreadsheet === null
      ? null
      : html`, <a href="${paths.spreadsheetCsv}">${t('fileSpreadsheet')}</a> (${bytes(spreadsheet)})`
  }`;
}

/** By what was looked and in which form, and by what not and why. */
const soughtHtml = ({ sought }: BundleFacts): Html[] =>
  [sought?.by, sought?.notBy].flatMap((part) =>
    part && part.lines.length > 0
      ? [html`<h3>${part.title}</h3><ul class="lines">${part.lines.map((line) => html`<li>${line}</li>`)}</ul>`]
      : [],
  );

/** Where we looked, and what is not in the copy and why. */
export function searchedHtml(facts: BundleFacts, { t }: Wording): Html {
  const results = { nothing: t('resultNothing'), notApplicable: t('resultNotApplicable') };
  const rows = facts.searched.map(({ system, collection, result, reason, count, by }) => [
    collection,
    system,
    ...(facts.sought === null ? [] : [by ?? '–']),
    [result === 'found' ? t('resultFound', { count }) : results[result], reason]
      .filter((part) => part !== null)
      .join(': '),
  ]);
  return html`<section aria-labelledby="searched"><h2 id="searched">${t('searched')}</h2>
<p>${t('searchedIntro', { controller: facts.controller.name })}</p>
${tableHtml([t('kind'), t('system'), ...(facts.sought === null ? [] : [facts.sought.column]), t('result')], rows)}
${soughtHtml(facts)}</section>`;
}

export function withheldHtml(facts: BundleFacts, { t, count }: Wording): Html {
  const rows = facts.withheld.map((item) => [
    item.collection,
    item.what,
    count(item.count),
    html`${item.ground} <span class="law">(${item.citation})</span>${item.facts === null ? null : html`<br>${item.facts}`}`,
  ]);
  return html`<section aria-labelledby="withheld"><h2 id="withheld">${t('withheld')}</h2>
${
  rows.length === 0
    ? html`<p>${t('withheldNone')}</p>`
    : html`<p>${t('withheldIntro')}</p>${tableHtml([t('withheldWhere'), t('withheldWhat'), t('records'), t('withheldWhy')], rows, [2])}`
}</section>`;
}

/** What one can do about the answer, and with whom. */
export function remediesHtml({ remedies, controller }: BundleFacts, { t }: Wording): Html {
  return html`<section aria-labelledby="remedies"><h2 id="remedies">${t('remedies')}</h2>
${remedies.map(({ title, text, citation, contact }) => html`<h3>${title}</h3><p>${text} <span class="law">(${citation})</span></p>${contact && contactHtml(contact)}`)}
<h3>${t('contact')}</h3>${contactHtml(controller.contact)}
${controller.dpo === null ? null : html`<h3>${t('dpo')}</h3>${contactHtml(controller.dpo)}`}</section>`;
}

/** How to check the bundle with tools of other people. */
export function checkHtml(facts: BundleFacts, fingerprint: string, { t }: Wording): Html {
  return html`<section aria-labelledby="check"><h2 id="check">${t('check')}</h2>
<p>${t('checkIntro')}</p>
<p>${t('checkKey', { url: facts.keyUrl })}</p><p><code>${fingerprint}</code></p>
<p>${t('checkSteps')}</p><pre class="code" tabindex="0">${OPENSSL_COMMAND}</pre>
<p>${t('checkAnswer')}</p><pre class="code" tabindex="0">${SUMS_COMMAND}</pre><p>${t('checkAnswerFiles')}</p>
<p>${t('checkTool')}</p><pre class="code" tabindex="0">${VERIFY_COMMAND} ${facts.reference ?? 'bundle'}.zip</pre></section>`;
}
