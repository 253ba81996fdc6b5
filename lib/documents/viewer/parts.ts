import type { BundleContact } from '@/lib/domain/bundle/types';
import { html, type Html } from './html';

/** A link only where it can lead nowhere but to a web page. */
export const link = (url: string): Html =>
  /^https?:\/\//u.test(url) ? html`<a href="${url}" rel="noreferrer">${url}</a>` : html`${url}`;

/** An address as a letter shows it: what is known of it, a line each. */
export function contactHtml(contact: BundleContact): Html {
  const lines = [
    html`<b>${contact.name}</b>`,
    contact.address === null ? null : html`${contact.address}`,
    contact.phone === null ? null : html`<span class="nowrap">${contact.phone}</span>`,
    contact.email === null ? null : html`<a href="mailto:${contact.email}">${contact.email}</a>`,
    contact.url === null ? null : link(contact.url),
  ].filter((line) => line !== null);
  return html`<address>${lines.map((line, i) => (i === 0 ? line : html`<br>${line}`))}</address>`;
}

/** A list of facts: a term, and one paragraph or several. Facts without content are left out. */
export const factsHtml = (facts: readonly (readonly [string, readonly (string | Html)[]])[]): Html =>
  html`<dl class="defs">${facts
    .filter(([, values]) => values.length > 0)
    .map(
      ([term, values]) => html`<div><dt>${term}</dt><dd>${values.map((value) => html`<p>${value}</p>`)}</dd></div>`,
    )}</dl>`;

/** A table with a heading for each column; figures stand at the right. */
export const tableHtml = (
  head: readonly string[],
  rows: readonly (readonly (string | Html)[])[],
  figures: readonly number[] = [],
): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${head.join(', ')}"><table class="data"><thead><tr>${head.map(
    (text, i) => html`<th scope="col"${side(figures, i)}>${text}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (cells) =>
      html`<tr>${cells.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td${side(figures, i)}>${cell}</td>`))}</tr>`,
  )}</tbody></table></div>`;

const side = (figures: readonly number[], i: number): Html | null =>
  figures.includes(i) ? html` class="figure"` : null;
