import type { HttpFind, Paging } from '@/lib/domain/datamap/http/types';
import { jsonMembers, JsonText, type DataRecord } from '@/lib/domain/records/json-text';
import { valuesAt } from '../keyed/held';
import { SourceError } from '../port';
import type { Rendered } from './template';

/** What is known once a page has been read: what stood around its records, how many there were, and the headers. */
export type Page = {
  readonly envelope: DataRecord;
  readonly records: number;
  readonly link: string | undefined;
};

/** The next page: another form of the request, or the address that the service gave. */
export type Next = { readonly request: Rendered; readonly at?: string };

/** Addresses of further pages in a header, RFC 8288. */
function linkNext(link: string | undefined): string | null {
  for (const one of (link ?? '').split(/,(?=\s*<)/)) {
    const [, address, rest = ''] = /^\s*<([^>]*)>(.*)$/s.exec(one) ?? [];
    if (address !== undefined && /;\s*rel\s*=\s*("[^"]*\bnext\b[^"]*"|next\b)/i.test(rest)) return address;
  }
  return null;
}

const textAt = (envelope: DataRecord, [column = '', ...path]: readonly string[]): string | null =>
  valuesAt(envelope, { column, path })[0] ?? null;

/** The request with one more value: in its query, or in the JSON that it posts. */
function withParameter(request: Rendered, parameter: readonly string[], value: string | number): Rendered {
  if (request.body?.type === 'application/json')
    return { ...request, body: { ...request.body, value: placed(request.body.value, parameter, value) } };
  const name = parameter.join('.');
  return { ...request, query: [...request.query.filter(([own]) => own !== name), [name, String(value)]] };
}

function placed(json: unknown, [name, ...rest]: readonly string[], value: string | number): unknown {
  if (name === undefined) return value;
  const own = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  return { ...own, [name]: placed(own[name], rest, value) };
}

/** The first page, where its number has to be said. */
export const firstPage = (request: Rendered, paging: Paging | null): Rendered =>
  paging?.kind === 'page' ? withParameter(request, paging.parameter, paging.first) : request;

/** Signs by which a service says that this was not all. */
const saysMore = ({ envelope, link }: Page): boolean =>
  linkNext(link) !== null || ['has_more', 'hasMore', 'has_next'].some((name) => envelope[name] === true);

/**
 * What to ask for next; null where this was the last page.
 * @param page how many pages were read before this one
 * @param before how many records came in them and in this one
 * @throws SourceError where there is more and the map does not say how it is asked for
 */
export function nextPage(first: Rendered, { paging }: HttpFind, read: Page, page: number, before: number): Next | null {
  if (paging === null) {
    if (!saysMore(read)) return null;
    throw new SourceError(
      'badMap',
      `${first.shown} answers with one page of several: say under "paging" how the next is asked for`,
    );
  }
  switch (paging.kind) {
    case 'link': {
      const at = linkNext(read.link);
      return at === null ? null : { request: first, at };
    }
    case 'next': {
      const at = textAt(read.envelope, paging.at);
      return at === null || at === '' ? null : { request: first, at };
    }
    case 'cursor': {
      const cursor = textAt(read.envelope, paging.at);
      if (cursor === null || cursor === '' || cursor === 'false') return null;
      return { request: withParameter(first, paging.parameter, cursor) };
    }
    // How many a page holds is the service's to say: only one without any is surely the last.
    case 'page':
      return read.records === 0 ? null : { request: withParameter(first, paging.parameter, paging.first + page + 1) };
    case 'offset':
      return read.records === 0 ? null : { request: withParameter(first, paging.parameter, paging.first + before) };
  }
}

/** What stands around the records, its values exact. */
export const envelopeOf = (text: string): DataRecord =>
  text.trimStart().startsWith('{')
    ? Object.fromEntries(jsonMembers(text).map(({ name, value }) => [name!, value]))
    : { '': new JsonText(text) };
