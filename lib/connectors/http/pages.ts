import { createHash } from 'node:crypto';
import type { HttpFind } from '@/lib/domain/datamap/http/types';
import { type DataRecord, parseRecord } from '@/lib/domain/records/json-text';
import { SourceError } from '../port';
import type { HttpClient } from './client';
import { type Answer, lineError } from './exchange';
import { JsonScan, ScanError } from './json-scan';
import { envelopeOf, firstPage, nextPage } from './paging';
import type { Rendered } from './template';

/** @throws SourceError for what cannot be read; its text stays in `cause` only */
function unreadable(cause: unknown, shown: string, signal: AbortSignal): SourceError {
  if (signal.aborted) return lineError(signal.reason);
  if (cause instanceof SourceError) return cause;
  if (cause instanceof ScanError || cause instanceof SyntaxError || (cause as Error).name === 'TypeError')
    return new SourceError(
      cause instanceof ScanError && cause.message.includes('middle') ? 'interrupted' : 'badMap',
      `${shown}: ${cause instanceof ScanError ? cause.message : 'its answer is no text in UTF-8'}`,
      { cause },
    );
  if (String((cause as { code?: string }).code).startsWith('Z_'))
    return new SourceError('interrupted', `${shown}: its packed answer cannot be unpacked`, { cause });
  return lineError(cause);
}

async function* recordsOfAnswer(answer: Answer, scan: JsonScan): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of answer.body) yield* scan.feed(decoder.decode(chunk as Buffer, { stream: true }));
  yield* scan.feed(decoder.decode());
}

const valueAt = (json: unknown, at: readonly string[]): unknown =>
  at.reduce<unknown>((value, name) => (Object(value) as Record<string, unknown>)[name], json);

/**
 * Every record that a request finds, page after page, as the service wrote them; one page's records are never all in memory.
 * @throws SourceError, also after some records: what came before is then not the whole
 */
export async function* recordsOfPages(
  client: HttpClient,
  rendered: Rendered,
  find: HttpFind,
  signal: AbortSignal,
): AsyncGenerator<DataRecord> {
  const request = firstPage(rendered, find.paging);
  let next: { readonly request: Rendered; readonly at?: string } | null = { request };
  const asked = new Set<string>();
  let [before, digest] = [0, ''];
  for (let page = 0; next !== null; page++) {
    const turn = createHash('sha256').update(JSON.stringify([next.at, next.request.query, next.request.body]));
    const own = turn.digest('base64');
    if (asked.has(own)) throw endless(request.shown);
    asked.add(own);
    const answer: Answer = await client.ask(next.request, { changes: false, accepts: find.none }, signal, next.at);
    if (find.none.includes(answer.status) || answer.status === 204) {
      answer.body.destroy();
      return;
    }
    const scan = new JsonScan(find.records);
    const content = createHash('sha256');
    let records = 0;
    try {
      for await (const text of recordsOfAnswer(answer, scan)) {
        records += 1;
        content.update(text);
        yield parseRecord(text);
      }
      const around = scan.end();
      if (!scan.reached || (valueAt(around, find.records) ?? null) !== null) throw astray(request.shown, find);
    } catch (cause) {
      answer.body.destroy();
      throw unreadable(cause, request.shown, signal);
    }
    const same = content.digest('base64');
    if (records > 0 && same === digest) throw endless(request.shown);
    [before, digest] = [before + records, same];
    const link = answer.headers.link;
    next = nextPage(
      request,
      find,
      { envelope: envelopeOf(scan.envelope), records, link: Array.isArray(link) ? link.join(', ') : link },
      page,
      before,
    );
  }
}

const endless = (shown: string): SourceError =>
  new SourceError('badMap', `${shown} gives the same page again and again: it does not follow what "paging" says`);

const astray = (shown: string, { records }: HttpFind): SourceError =>
  new SourceError(
    'badMap',
    `${shown}: no list of records stands ${records.length === 0 ? 'in its answer' : `at ${records.join('.')} of its answer`}; correct "records"`,
  );
