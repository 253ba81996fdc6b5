import type { BundleContact, BundleFacts } from '@/lib/domain/bundle/types';

const contact: BundleContact = { name: 'Data desk', address: null, email: 'desk@example.com', phone: null, url: null };

/** Calls as a telephone service keeps them, always the same for one number. */
export async function* syntheticCalls(count: number): AsyncGenerator<Record<string, unknown>> {
  for (let no = 0; no < count; no++) {
    yield {
      id: String(9_000_000_000_000_000n + BigInt(no)),
      started_at: new Date(1_600_000_000_000 + no * 61_000).toISOString(),
      direction: no % 2 === 0 ? 'out' : 'in',
      peer: `+352 691 555 ${String(no % 1000).padStart(3, '0')}`,
      seconds: (no * 7919) % 3600,
      note: no % 10 === 0 ? 'Разговор с поддержкой' : null,
    };
  }
}

export const syntheticFacts = (count: number): BundleFacts => ({
  reference: 'BE-3333-4444',
  locale: 'en',
  timezone: 'Europe/Luxembourg',
  controller: { name: 'Bench', legalName: 'Bench Sarl', address: null, contact, dpo: null, accent: { light: '#1655d1', dark: '#79a8fe' } },
  subject: { name: 'Anna Krylova' },
  answers: [{ title: 'Get a copy of your data', outcome: 'done', citation: 'Art. 15 GDPR', scope: null }],
  receivedOn: '2026-11-01',
  dueOn: '2026-12-01',
  madeAt: '2026-11-22T10:00:00.000Z',
  remedies: [],
  categories: [
    {
      collectionId: 'calls.calls',
      systemName: 'Calls',
      title: 'Calls',
      description: null,
      fields: ['id', 'started_at', 'direction', 'peer', 'seconds', 'note'].map((name) => ({ name, title: name, description: null })),
      purposes: [],
      source: null,
      providedBySubject: false,
      recipients: [],
      retention: 'Two years',
      transfers: [],
      automatedDecisions: [],
      visibleToOthers: null,
    },
  ],
  searched: [{ system: 'Calls', collection: 'Calls', result: 'found', reason: null, count }],
  decisionsStated: true,
  withheld: [],
  keyUrl: 'https://rights.example/.well-known/rightsdesk-keys.json',
});
