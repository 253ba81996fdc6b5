import { format } from 'node:util';
import { once } from 'node:events';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { reportPdf } from './document';
import { loadFonts } from './fonts';
import type { ReportAnswer } from './render';
import type { ReportInput } from './types';

// The renderer only warns when it leaves something out or puts it beside the page. Nothing else in this thread writes there.
const warnings: string[] = [];
const note = (...words: unknown[]): void => void warnings.push(format(...words));
Object.assign(console, { warn: note, error: note });

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* textsIn(part);
}

async function makeFor(port: MessagePort): Promise<void> {
  const answer = (said: ReportAnswer): void => port.postMessage(said);
  try {
    const asked = once(port, 'message') as Promise<[ReportInput]>;
    await loadFonts();
    const [input] = await asked;
    await loadFonts(textsIn(input));
    const pdf = await reportPdf(input);
    if (warnings.length > 0) throw new Error(`the report is not whole: ${warnings.join('; ')}`);
    answer({ pdf });
  } catch (error) {
    // Errors lose their stack on the way between threads; the text keeps it.
    answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

// Where it is loaded outside a thread there is nobody to answer.
if (parentPort) await makeFor(parentPort);
