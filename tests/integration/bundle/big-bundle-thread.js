// Makes a large bundle in a thread of its own, whose heap the test limits. Plain JavaScript for the reason given in
// lib/documents/report/thread.js.
import { Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();

const { writeBundle } = await import('../../../lib/documents/bundle/write.ts');
const { aSigningKey, sampleFacts, sampleRecords } = await import('./sample.ts');

const out = new Writable({ write: (_chunk, _encoding, done) => done() });
const { records, sizeBytes } = await writeBundle({
  facts: sampleFacts(),
  records: sampleRecords(workerData),
  hiddenWords: (grounds) => `[hidden: ${grounds.join()}]`,
  ...aSigningKey(),
  out,
});
parentPort.postMessage({ records, sizeBytes });
