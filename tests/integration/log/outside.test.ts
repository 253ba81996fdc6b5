import { mkdirSync, rmSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openCheckpoint } from '@/lib/domain/audit/checkpoint';
import { merkleTree } from '@/lib/domain/audit/merkle';
import { sealLog } from '@/lib/features/log/mutations/seal';
import { OutsideList } from '@/lib/features/log/components/outside-list';
import { loadLogOutside } from '@/lib/features/log/loaders/log';
import { sendStaffMail } from '@/lib/features/mail/mutations/send';
import { db } from '@/lib/platform/db/client';
import { keptCheckpoints } from '@/lib/platform/kept-checkpoints';
import { logKey } from '@/lib/platform/log-key';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { type FaultyMailServer, faultyMailServer } from '@/tests/support/faulty-mail-server';
import { type WitnessManner, witnessServer } from '@/tests/support/witness-server';
import { aPerson, type Person } from '../staff/people';

let instance: TestInstance;
let mail: FaultyMailServer;
let witness: Awaited<ReturnType<typeof witnessServer>>;
let dpo: Person;
beforeAll(async () => {
  [mail, witness] = [await faultyMailServer(), await witnessServer()];
  instance = await anInstance({
    SMTP_URL: mail.url,
    SMTP_TIMEOUTS: 'accept=1',
    WITNESS_URL: witness.url,
    WITNESS_SECONDS: '1',
  });
});
beforeEach(async () => {
  mail.fault(null);
  mail.taken.length = 0;
  witness.behave('take');
  witness.shown.length = 0;
  await db().staffMember.updateMany({ data: { disabledAt: new Date() } });
  await db().staffMail.deleteMany();
  await db().instance.updateMany({
    data: { headMailedAt: null, witnessSize: null, witnessedAt: null, witnessFailure: null, witnessFailedAt: null },
  });
  dpo = await aPerson({ roles: ['dpo'] });
});
afterAll(async () => {
  await mail.stop();
  await witness.stop();
  await instance.stop();
});

const START = new Date('2026-11-27T09:00:00.000Z');
const later = (minutes: number): Date => new Date(START.getTime() + minutes * 60_000);

/** What the page of this DPO says of each way out: file, mail, witness. */
async function page(): Promise<string[]> {
  const html = renderToStaticMarkup(createElement(OutsideList, { outside: await loadLogOutside(dpo.staff) }));
  return [...html.matchAll(/<span>(.*?)<\/span>/g)].map(([, text = '']) => text);
}

/** Seals the log with one event more in it. */
async function sealOneMore(at: Date): Promise<number> {
  await aPerson({ roles: ['desk'] });
  return sealLog(at);
}

/** The size that a note signs, when it is ours and a beginning of the log as it is. */
async function sizeOf(note: string): Promise<number> {
  const opened = openCheckpoint(note, logKey());
  if (!opened.ok) throw new Error(opened.reason);
  const leaves = await db().auditLeaf.findMany({
    where: { index: { lt: opened.value.size } },
    orderBy: { index: 'asc' },
  });
  expect(Buffer.from(merkleTree(leaves.map(({ hash }) => hash)).root)).toEqual(Buffer.from(opened.value.root));
  return opened.value.size;
}

const send = async () => {
  const { id } = await db().staffMail.findFirstOrThrow({ where: { staffId: dpo.staffId, kind: 'checkpoint' } });
  await sendStaffMail(id, { attempt: 1, last: 25 }).catch(() => undefined);
};

describe('the newest checkpoint', () => {
  it('leaves the database by file, by mail and to the witness, each as it was signed', async () => {
    const size = await sealOneMore(START);
    expect(await page()).toEqual([
      expect.stringContaining(`one of ${size} events`),
      expect.stringContaining('has waited to be mailed to you'),
      expect.stringContaining(`witness took is of ${size} events`),
    ]);
    await send();
    const received = await PostalMime.parse(mail.taken[0]?.source ?? '');
    expect(mail.taken.map(({ to }) => to)).toEqual([dpo.email]);
    // Word for word: a note whose spaces or line ends a mail has changed is no longer the one that was signed.
    const note = witness.shown[0] ?? '';
    expect(received.text?.replaceAll('\r\n', '\n')).toContain(note);
    expect(await Promise.all([note, keptCheckpoints().at(-1)?.note ?? ''].map(sizeOf))).toEqual([size, size]);
    expect((await page())[1]).toContain('The mail server took the last one to you at');
  });

  it('is mailed once a week, and shown to the witness once an hour', async () => {
    await sealOneMore(START);
    for (const minutes of [1, 30, 59]) await sealOneMore(later(minutes));
    expect(witness.shown).toHaveLength(1);
    const size = await sealOneMore(later(61));
    expect(await Promise.all(witness.shown.map(sizeOf))).toHaveLength(2);
    expect((await page())[2]).toContain(`is of ${size} events`);
    expect(await db().staffMail.count({ where: { kind: 'checkpoint' } })).toBe(1);
    await sealOneMore(later(7 * 24 * 60 + 1));
    expect(await db().staffMail.count({ where: { kind: 'checkpoint' } })).toBe(2);
  });
});

describe('a witness that does not take it', () => {
  const TABLE: readonly (readonly [WitnessManner, string])[] = [
    ['refuse', 'did not take the newest one'],
    ['redirect', 'did not take the newest one'],
    ['hang', 'did not answer'],
    ['cut', 'could not be reached'],
  ];
  it.each(TABLE)(
    '(%s) is named on the page, does not hold up the log, and is shown it again also when nothing happens meanwhile',
    async (manner, words) => {
      const before = await sealOneMore(START);
      witness.behave(manner);
      const size = await sealOneMore(later(61));
      expect(size).toBeGreaterThan(before);
      expect((await page())[2]).toMatch(
        new RegExp(`${words}.*The last one that the witness took is of ${before} events`),
      );
      await sealLog(later(62));
      expect(witness.shown).toHaveLength(2);
      witness.behave('take');
      await sealLog(later(67));
      expect((await page())[2]).toMatch(new RegExp(`^The last one that the witness took is of ${size} events`));
    },
  );

  it('because it is down from the start has taken none, and the page says so; file and mail go their way', async () => {
    const port = Number(new URL(witness.url).port);
    await witness.stop();
    const size = await sealOneMore(START);
    await send();
    const said = await page();
    witness = await witnessServer(port);
    expect(said).toEqual([
      expect.stringContaining(`one of ${size} events`),
      expect.stringContaining('The mail server took'),
      expect.stringMatching(/could not be reached.*has taken none so far/),
    ]);
  });

  it('but answers without end has taken it, and is not listened to', async () => {
    witness.behave('endless');
    const size = await sealOneMore(START);
    expect((await page())[2]).toContain(`is of ${size} events`);
  });
});

describe('a checkpoint that is not mailed', () => {
  it.each([
    [{ at: 'recipient', how: 451 }, 'is delayed: the mail server refused it for now'],
    [{ at: 'recipient', how: 550 }, 'was given up: the mail server refused it for good'],
    [{ at: 'accept', how: 'hang' }, 'may not have arrived'],
  ] as const)('(%j) is not called mailed', async (fault, words) => {
    await sealOneMore(START);
    mail.fault(fault);
    await send();
    expect((await page())[1]).toContain(words);
  });
});

it('a file that cannot be written keeps neither mail nor witness from it', async () => {
  const file = process.env.CHECKPOINT_FILE ?? '';
  rmSync(file, { force: true });
  mkdirSync(file);
  const size = await sealOneMore(START);
  rmSync(file, { recursive: true });
  expect(await Promise.all(witness.shown.map(sizeOf))).toEqual([size]);
  expect(await db().staffMail.count({ where: { kind: 'checkpoint' } })).toBe(1);
});
