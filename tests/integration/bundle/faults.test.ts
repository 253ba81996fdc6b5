import { PassThrough, Writable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { CopiedLines } from '@/lib/domain/fulfilment/copy';
import { writeBundle, type BundleInput } from '@/lib/documents/bundle/write';
import { lineOf } from '@/lib/domain/records/lines';
import { aSigningKey, sampleFacts, sampleRecords } from './sample';

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

const writing = (change: Partial<BundleInput>): Promise<unknown> =>
  writeBundle({
    facts: sampleFacts(),
    records: sampleRecords(),
    hiddenWords: (grounds) => `[hidden: ${grounds.join()}]`,
    ...aSigningKey(),
    out: nowhere(),
    ...change,
  });

/** The sample's records, until the n-th of the calls. */
const failingAfter = (n: number, error: Error): BundleInput['records'] =>
  async function* (collectionId) {
    let count = 0;
    for await (const record of sampleRecords()(collectionId)) {
      if (collectionId === 'calls.calls' && (count += 1) > n) throw error;
      yield record;
    }
  };

describe('a bundle that cannot be made', () => {
  it.each([0, 1, 500])('says so when the records fail after %i', async (n) => {
    const out = nowhere();
    await expect(writing({ out, records: failingAfter(n, new Error('the vault refuses')) })).rejects.toThrow(
      'the vault refuses',
    );
    expect(out.destroyed).toBe(true);
  });

  it('says so when the records change between two readings, where a late key makes them be read twice', async () => {
    let reading = 0;
    const records: BundleInput['records'] = async function* (collectionId) {
      yield* sampleRecords(collectionId === 'calls.calls' ? 100 + (reading += 1) : undefined)(collectionId);
      if (collectionId === 'calls.calls') yield { bytes: lineOf({ late: 1 }), hidden: [] };
    };
    await expect(writing({ records })).rejects.toThrow('the records changed while the bundle was made: 102, then 103');
  });

  it('says so when the place it goes to is full', async () => {
    const out = new Writable({ write: (_chunk, _encoding, done) => done(new Error('no space left')) });
    await expect(writing({ out })).rejects.toThrow('no space left');
  });

  it('says so when the place it goes to is closed meanwhile', async () => {
    const out = new PassThrough();
    out.once('data', () => out.destroy());
    await expect(writing({ out })).rejects.toThrow();
  });

  it('says so when the key does not fit the signature', async () => {
    const { sign } = aSigningKey();
    await expect(writing({ sign })).rejects.toThrow('does not fit the public key');
  });

  it('stops when it is told to, before and during', async () => {
    await expect(writing({ signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
    const stop = new AbortController();
    const records: BundleInput['records'] = (collectionId) => {
      if (collectionId === 'support.tickets') stop.abort();
      return sampleRecords()(collectionId);
    };
    await expect(writing({ signal: stop.signal, records })).rejects.toThrow(/abort/i);
  });

  it('stops in the middle of its report as well', async () => {
    const stop = new AbortController();
    let seen = 0;
    // The report is the first thing that is written after the dictionary; the viewer reads the records again after it.
    const out = new Writable({
      write(chunk: Buffer, _encoding, done) {
        seen += chunk.length;
        if (chunk.includes('fields.json')) setImmediate(() => stop.abort());
        done();
      },
    });
    await expect(writing({ out, signal: stop.signal })).rejects.toThrow(/abort/i);
    expect(seen).toBeGreaterThan(0);
  });

  it('closes the records it was reading', async () => {
    let closed = 0;
    const records: BundleInput['records'] = async function* (collectionId): AsyncGenerator<CopiedLines> {
      try {
        yield* sampleRecords()(collectionId);
      } finally {
        closed += 1;
      }
    };
    const out = new Writable({ write: (_chunk, _encoding, done) => done(new Error('full')) });
    await expect(writing({ out, records })).rejects.toThrow('full');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(closed).toBeGreaterThan(0);
  });
});

describe('a bundle of very many records', () => {
  it('is made in a heap that could not hold them', async () => {
    // 200,000 records are over 60 MB as text alone and several times that as objects.
    const thread = new Worker(new URL('./big-bundle-thread.js', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 80 },
      workerData: 200_000,
    });
    const made = await new Promise((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
    });
    expect(made).toMatchObject({ records: 200_013 });
  });
});
