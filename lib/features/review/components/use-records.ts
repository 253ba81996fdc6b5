'use client';

import { useCallback, useRef, useState } from 'react';
import { z } from 'zod';
import { parseRecord } from '@/lib/domain/records/json-text';
import { RECORDS_PER_PAGE } from '@/lib/features/review/schema';
import type { ReviewRecord } from '@/lib/features/review/types';

const pageSchema = z.object({
  ok: z.literal(true),
  records: z.array(z.object({ recordNo: z.number(), line: z.string().transform(parseRecord) })),
});
const numbersSchema = z.object({ ok: z.literal(true), numbers: z.array(z.number()) });

/** Pages kept in the browser; those looked at longest ago are let go. */
const MOST_PAGES = 60;

async function fetchPage(caseId: string, collection: string, page: number): Promise<ReviewRecord[]> {
  const query = new URLSearchParams({ collection, from: String(page * RECORDS_PER_PAGE) });
  const response = await fetch(`/desk/cases/${caseId}/records?${query}`);
  return pageSchema.parse(await response.json()).records.map(({ recordNo, line }) => ({ recordNo, record: line }));
}

export async function findRecords(caseId: string, collection: string, text: string): Promise<number[]> {
  const response = await fetch(`/desk/cases/${caseId}/records`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ collection, text }),
  });
  return numbersSchema.parse(await response.json()).numbers;
}

export type Records = {
  /** The record, or undefined while it is on its way. */
  readonly at: (recordNo: number) => ReviewRecord | undefined;
  readonly failed: boolean;
  /** Asks for the pages of these records; those that are here or coming are not asked for again. */
  readonly want: (recordNos: readonly number[]) => void;
  readonly load: (recordNo: number) => Promise<ReviewRecord | undefined>;
  readonly retry: () => void;
};

/** The records of one collection, page by page as they come into sight. */
export function useRecords(caseId: string, collection: string): Records {
  const pages = useRef(new Map<string, ReviewRecord[]>());
  const coming = useRef(new Map<string, Promise<ReviewRecord[]>>());
  const [, redraw] = useState(0);
  const [failed, setFailed] = useState(false);

  // The collection is part of the key: what one shows never stands for another's record of the same number.
  const keyOf = useCallback((page: number) => `${collection}:${page}`, [collection]);

  const loadPage = useCallback(
    (page: number): Promise<ReviewRecord[]> => {
      const key = keyOf(page);
      const known = pages.current.get(key);
      if (known) return Promise.resolve(known);
      const already = coming.current.get(key);
      if (already) return already;
      const request = fetchPage(caseId, collection, page).finally(() => coming.current.delete(key));
      coming.current.set(key, request);
      return request.then((records) => {
        pages.current.set(key, records);
        const oldest = pages.current.keys().next().value;
        if (pages.current.size > MOST_PAGES && oldest !== undefined) pages.current.delete(oldest);
        redraw((turn) => turn + 1);
        return records;
      });
    },
    [caseId, collection, keyOf],
  );

  const at = useCallback(
    (recordNo: number) =>
      pages.current.get(keyOf(Math.floor(recordNo / RECORDS_PER_PAGE)))?.[recordNo % RECORDS_PER_PAGE],
    [keyOf],
  );
  const want = useCallback(
    (recordNos: readonly number[]) => {
      if (failed) return;
      for (const page of new Set(recordNos.map((no) => Math.floor(no / RECORDS_PER_PAGE))))
        loadPage(page).catch(() => setFailed(true));
    },
    [failed, loadPage],
  );
  const load = useCallback(
    async (recordNo: number) => (await loadPage(Math.floor(recordNo / RECORDS_PER_PAGE)))[recordNo % RECORDS_PER_PAGE],
    [loadPage],
  );
  return { at, failed, want, load, retry: () => setFailed(false) };
}
