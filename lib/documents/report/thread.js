// The report's thread. Plain JavaScript, because a thread of Node 20 reads TypeScript only once tsx is registered within it;
// `--import tsx` is not enough there.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();

try {
  const { reportPdf } = await import('./document.tsx');
  parentPort.postMessage({ pdf: await reportPdf(workerData) });
} catch (error) {
  // Errors lose their stack on the way between threads; the text keeps it.
  parentPort.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
