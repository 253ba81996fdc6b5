import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suppressedAmong } from '@/lib/features/suppression/data';
import { removeExpired } from '@/lib/features/expiry/mutations/remove-expired';
import { addDays, localDate, toDbDate } from '@/lib/domain/calendar/local-date';
import { db } from '@/lib/platform/db/client';
import type { TestInstance } from '@/tests/support/demo-controllers';
import { ALICE } from '../requests/walk';
import { approved, carriedOut, erasingInstance, granted, NEVER, planned, workNow } from './erasing-case';
import { erase } from '@/lib/features/erasure/mutations/carry-out';

let instance: TestInstance;
let caseId: string;
const folder = mkdtempSync(path.join(tmpdir(), 'rightsdesk-suppress-'));
beforeAll(async () => {
  instance = await erasingInstance();
  caseId = await granted('quiet@example.com');
});
afterAll(async () => {
  await instance.stop();
  rmSync(folder, { recursive: true });
});

const brought = (value: string) => suppressedAmong('chinook', [{ line: 1, kind: 'email', value }]);

const check = (input: string, ...options: string[]) =>
  spawnSync(process.execPath, ['lib/cli/rightsdesk.js', 'suppress', 'check', '--controller', 'chinook', ...options], {
    encoding: 'utf8',
    input,
  });

describe('who was erased', () => {
  it('is kept from the moment at which the erasure is on record, and not before', async () => {
    const erasureId = await planned(caseId);
    await approved(caseId);
    expect(await brought('quiet@example.com')).toEqual([]);
    await erase(erasureId, NEVER);
    expect(await workNow(caseId)).toMatchObject({ state: 'proved' });
    expect(await brought(' Quiet@Example.COM')).toMatchObject([{ kind: 'email', line: 1 }]);
    expect(await brought('loud@example.com')).toEqual([]);
    expect(await suppressedAmong('callsapp', [{ line: 1, kind: 'email', value: 'quiet@example.com' }])).toEqual([]);
  });

  it('stands in the database in no clear word', async () => {
    const [row] = await db().suppression.findMany();
    expect(JSON.stringify(row)).not.toContain('quiet');
    expect(Buffer.from(row!.digest).toString('latin1')).not.toContain('quiet');
    expect(row!.digest).toHaveLength(32);
  });

  it('is named from lines, CSV and NDJSON, with an exit code that a script can read', () => {
    const lines = check('loud@example.com\n\nQUIET@example.com\n');
    expect(lines.stdout).toMatch(/^line 3: email QUIET@example\.com, erased \d{4}-\d\d-\d\d\n$/);
    expect(lines.stderr).toContain('2 identifiers looked at, 1 of people who were erased');
    expect(lines.status).toBe(3);
    const file = path.join(folder, 'import.csv');
    writeFileSync(file, '\ufeffName,E-Mail\n"One, Loud",loud@example.com\n"Line\nbreak",quiet@example.com\n');
    const csv = check('', file, '--format', 'csv', '--column', 'email=E-Mail', '--json');
    expect(JSON.parse(csv.stdout)).toMatchObject({ kind: 'email', value: 'quiet@example.com' });
    const ndjson = check('{"mail":"loud@example.com"}\n', '--format', 'ndjson', '--column', 'email=mail');
    expect([ndjson.stdout, ndjson.status]).toEqual(['', 0]);
  }, 300_000);

  it.each([
    [['--column', 'email=Nope', '--format', 'csv'], 'E-Mail\na@example.com\n', 'There is no column "Nope"'],
    [['--format', 'csv'], '', 'Say with --column'],
    [['--kind', 'shoe'], 'x\n', 'Nothing in the data map is found by "shoe"'],
    [['--format', 'ndjson', '--column', 'email=mail'], 'mail\n', 'Line 1 is not an object of JSON'],
    [['/nowhere/at/all'], '', 'no such file'],
  ])('says what to do instead of guessing: %o', (options, input, words) => {
    const { stderr, status } = check(input, ...options);
    expect(stderr).toContain(words);
    expect(status).toBe(1);
  });

  it('refuses to say that nobody was erased where a key is missing that entries were made with', async () => {
    await db().suppression.updateMany({ data: { keyId: 'otherkey' } });
    const { stderr, status } = check('quiet@example.com\n');
    expect(stderr).toContain('Put that key back');
    expect(status).toBe(1);
  });

  it('is forgotten after its last day, which no backup outlasts', async () => {
    const { erasedOn, keptUntil } = await db().suppression.findFirstOrThrow();
    expect((keptUntil.getTime() - erasedOn.getTime()) / 86_400_000).toBe(1095);
    await removeExpired(keptUntil);
    expect(await db().suppression.count()).toBe(1);
    await removeExpired(new Date(toDbDate(addDays(localDate(keptUntil.toISOString().slice(0, 10)), 2))));
    expect(await db().suppression.count()).toBe(0);
  });
});

it('erases again what a restore brought back, for the same request and with the same four eyes', async () => {
  await instance.shop.sql.query(
    "INSERT INTO customer (customer_id, first_name, last_name, email) VALUES (2, 'Quiet', 'One', 'quiet@example.com')",
  );
  await carriedOut(caseId);
  expect(await workNow(caseId)).toMatchObject({ state: 'proved', askedById: ALICE.id });
  expect((await instance.shop.sql.query('SELECT 1 FROM customer WHERE customer_id = 2')).rows).toEqual([]);
  expect(await brought('quiet@example.com')).toHaveLength(1);
});
