import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { aCategory, aField, someFacts } from '../../unit/bundle/facts';
import type { DataRecord } from '@/lib/domain/records/json-text';
import { lineOf } from '@/lib/domain/records/lines';
import { writeBundle, type BundleInput, type WrittenBundle } from '@/lib/documents/bundle/write';
import type { BundleFacts } from '@/lib/domain/bundle/types';
import type { CopiedLines, HiddenPlace } from '@/lib/domain/fulfilment/copy';

/** An operator's key. */
export function aSigningKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return {
    keyId: createHash('sha256').update(der).digest('hex').slice(0, 16),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (bytes: Uint8Array) => sign(null, bytes, privateKey),
  };
}

/** Values that have broken other people's exports. */
export const HARD_TEXTS = {
  cyrillic: 'Иван Петров — Ѝ, ъ, ё, „кавички“, №₽',
  emoji: 'Здравей 👋🏽 family 👨‍👩‍👧‍👦',
  controls: 'a\u0000b\u0001\u001b[31mred\u0007\u007f\u0085end',
  lines: 'one\ntwo\r\nthree\rfour',
  quotes: 'she said "no", twice; \'quoted\'',
  bidi: 'safe\u202Egpj.exe',
  markup: '</script><script>alert(1)</script><!-- <b>&amp;',
  separators: 'a\u2028b\u2029c',
  formula: '=HYPERLINK("http://evil.example","x")',
  phone: '+359888123456',
  chinese: '你好 გამარჯობა',
  long: `https://example.com/${'abcdef0123456789'.repeat(40)}`,
} as const;

const calls = aCategory({
  collectionId: 'calls.calls',
  systemName: 'Calls',
  title: 'Calls and messages',
  description: 'Who, when, how long. Never what was said.',
  fields: ['id', 'started_at', 'direction', 'peer', 'seconds', 'network', 'note'].map((name) =>
    aField(name, { title: name.replace('_', ' ') }),
  ),
  purposes: [
    { purpose: 'To connect your calls', basis: 'Contract', citation: 'Art. 6(1)(b) GDPR' },
    { purpose: 'To stop fraud', basis: 'Our legitimate interest', citation: 'Art. 6(1)(f) GDPR' },
  ],
  source: 'Recorded while you used the service',
  providedBySubject: false,
  recipients: [{ name: 'Telekom Example SA', purpose: 'to connect paid calls', country: 'Luxembourg' }],
  retention: '12 months after the call',
  transfers: [{ destination: 'USA', safeguard: 'standard contractual clauses, Art. 46(2)(c) GDPR' }],
  automatedDecisions: [
    {
      logic: 'A number that rings more than 500 people a day is blocked.',
      consequences: 'You cannot call for 24 hours.',
    },
  ],
  visibleToOthers: 'The person you call sees your number.',
});

const notes = aCategory({
  collectionId: 'support.tickets',
  systemName: 'Support',
  title: 'Help requests you sent us',
  fields: ['id', 'text'].map((name) => aField(name)),
});

const empty = aCategory({ collectionId: 'ads.profile', systemName: 'Advertising', title: 'Advertising identifiers' });

const byMail = {
  by: 'E-mail address',
  sought: { by: [{ kind: 'email', form: 'lowerUnicode' }], through: [], notBy: [] },
} as const;

/** Facts with a large category, one of hard texts, a small one and an empty one. */
export const sampleFacts = (change: Partial<BundleFacts> = {}): BundleFacts =>
  someFacts({
    categories: [aCategory(), calls, notes, empty],
    searched: [
      {
        system: 'Accounts',
        collection: 'Profile and registration',
        result: 'found',
        reason: null,
        count: 1,
        ...byMail,
      },
      {
        system: 'Calls',
        collection: 'Calls and messages',
        result: 'found',
        reason: null,
        count: 700,
        by: 'what was found in Profile and registration',
        sought: { by: [], through: ['Profile and registration'], notBy: [] },
      },
      { system: 'Calls', collection: 'Undelivered messages', result: 'nothing', reason: null, count: 0, ...byMail },
      {
        system: 'Orders',
        collection: 'Orders',
        result: 'notApplicable',
        reason: 'it is found by an order number, and you gave none',
        count: 0,
        by: null,
        sought: { by: [], through: [], notBy: [{ kind: 'orderNo', reason: 'notGiven' }] },
      },
    ],
    withheld: [
      {
        collectionId: 'support.tickets',
        collection: 'Help requests you sent us',
        count: 1,
        what: 'text',
        ground: 'It names someone else',
        citation: 'Art. 15(4) GDPR',
        facts: 'The passage is about another customer’s complaint.',
      },
    ],
    ...change,
  });

const aCall = (n: number): DataRecord => ({
  id: String(9_007_199_254_740_993n + BigInt(n)),
  started_at: new Date(Date.UTC(2024, 0, 1) + n * 3_600_000).toISOString(),
  direction: n % 3 === 0 ? 'in' : 'out',
  peer: `+35269155${String(5000 + (n % 5000)).padStart(4, '0')}`,
  seconds: (n * 37) % 3600,
  network: n % 7 === 0 ? null : 'Пример Телеком',
  note: n % 50 === 0 ? 'Обаждане до майка ми в събота, а после и до брат ми в Пловдив' : null,
});

/** Records as a copy gives them, so many at once. */
async function* from(
  records: Iterable<DataRecord>,
  hidden: readonly HiddenPlace[] = [],
  atOnce = 1,
): AsyncGenerator<CopiedLines> {
  let lines: Uint8Array[] = [];
  let places = hidden;
  for (const record of records) {
    lines.push(lineOf(record));
    if (lines.length < atOnce) continue;
    yield { bytes: Buffer.concat(lines), hidden: places };
    [lines, places] = [[], []];
  }
  if (lines.length > 0) yield { bytes: Buffer.concat(lines), hidden: places };
}

function* some<T>(count: number, make: (n: number) => T): Generator<T> {
  for (let n = 0; n < count; n += 1) yield make(n);
}

/** What the sample calls hidden in its help requests. */
const SAMPLE_HIDDEN: readonly HiddenPlace[] = [
  { record: 2, field: 'text', ground: 'It names someone else', citation: 'Art. 15(4) GDPR' },
];

/** Records of the sample's categories, by collection. */
export const sampleRecords =
  (callCount = 700) =>
  (collectionId: string): AsyncIterable<CopiedLines> => {
    switch (collectionId) {
      case 'accounts.profile':
        return from([
          { id: '17', name: 'Nadia Weber', email: 'nadia.weber@example.lu', nickname: 'Надя', avatar: null },
        ]);
      case 'calls.calls':
        return from(some(callCount, aCall), [], Math.ceil(callCount / 1000));
      case 'support.tickets':
        return from(
          Object.entries(HARD_TEXTS).map(([id, text]) => ({ id, text, tags: ['a', { b: null }] })),
          SAMPLE_HIDDEN,
        );
      default:
        return from([]);
    }
  };

/** Writes the sample to a file. */
export const writeSample = (
  file: string,
  change: Partial<BundleInput> = {},
  callCount?: number,
): Promise<WrittenBundle> =>
  writeBundle({
    facts: sampleFacts(),
    records: sampleRecords(callCount),
    hiddenWords: (grounds) => `[hidden: ${grounds.join()}]`,
    ...aSigningKey(),
    out: createWriteStream(file),
    ...change,
  });
