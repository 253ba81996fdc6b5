// How the report's thread begins where the code around it is not built. Plain JavaScript, because a thread of Node 20 reads TypeScript only once
// tsx is registered within it; `--import tsx` is not enough there. What was built of exactly these sources serves too, and starts in a third of
// the time. Where it runs built, `in-thread.ts` itself lies beside the rest under this name.

import { fileURLToPath } from 'node:url';
import { BUILT, isBuilt } from '../../platform/built.js';

const root = new URL('../../../', import.meta.url);

if (isBuilt(fileURLToPath(root))) {
  await import(new URL(`${BUILT}/thread.js`, root).href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./in-thread.ts');
}
