import { generateKeyPairSync, sign } from 'node:crypto';
import { Writable } from 'node:stream';
import { writeBundle } from '@/lib/documents/bundle/write';
import { syntheticCalls, syntheticFacts } from './synthetic';
import { report } from './measure';

const count = Number(process.argv[2]);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');

await report(() =>
  writeBundle({
    facts: syntheticFacts(count),
    records: () => syntheticCalls(count),
    hidden: async function* () {},
    sign: (bytes) => sign(null, bytes, privateKey),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    keyId: 'bench',
    out: new Writable({ write: (_chunk, _encoding, done) => done() }),
  }),
);
