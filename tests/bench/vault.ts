import { randomBytes } from 'node:crypto';
import { openStream, sealStream } from '@/lib/platform/vault/sealed-stream';
import { report } from './measure';

const chunks = Number(process.argv[2]);
const key = randomBytes(32);
const chunk = randomBytes(64 * 1024);

async function* source() {
  for (let no = 0; no < chunks; no++) yield chunk;
}

await report(async () => {
  for await (const _ of openStream(key, sealStream(key, source(), 'bench'), 'bench')) continue;
});
