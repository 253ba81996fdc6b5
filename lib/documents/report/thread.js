// The report's thread. Plain JavaScript, because a thread of Node 20 reads TypeScript only once tsx is registered within it;
// `--import tsx` is not enough there.
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();

// The renderer only warns when it leaves something out or puts it beside the page. Nothing else in this thread writes there.
const warnings = [];
const note = (...words) => warnings.push(format(...words));
Object.assign(console, { warn: note, error: note });

try {
  const { reportPdf } = await import('./document.tsx');
  const pdf = await reportPdf(workerData);
  if (warnings.length > 0) throw new Error(`the report is not whole: ${warnings.join('; ')}`);
  parentPort.postMessage({ pdf });
} catch (error) {
  // Errors lose their stack on the way between threads; the text keeps it.
  parentPort.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
