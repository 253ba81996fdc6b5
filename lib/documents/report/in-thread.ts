import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { reportPdf } from './document';
import type { ReportAnswer } from './render';

const answer = (said: ReportAnswer): void => parentPort?.postMessage(said);

// The renderer only warns when it leaves something out or puts it beside the page. Nothing else in this thread writes there.
const warnings: string[] = [];
const note = (...words: unknown[]): void => void warnings.push(format(...words));
Object.assign(console, { warn: note, error: note });

try {
  const pdf = await reportPdf(workerData);
  if (warnings.length > 0) throw new Error(`the report is not whole: ${warnings.join('; ')}`);
  answer({ pdf });
} catch (error) {
  // Errors lose their stack on the way between threads; the text keeps it.
  answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
