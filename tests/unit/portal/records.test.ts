import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Letter } from '@/lib/domain/letter/types';
import { collectionsOf } from '@/lib/domain/datamap/build';
import { PORTAL_WORDS } from '@/lib/platform/controllers/portal-words';
import { type PortalCase, portalRecords, withoutWayIn } from '@/lib/domain/portal/records';
import { PORTAL_KINDS, withPortal } from '@/lib/domain/portal/system';
import { dataMapOf } from '../datamap/maps';

const AT = '2026-03-01T10:00:00.000Z';

const held = withPortal(dataMapOf([]), PORTAL_WORDS, { recipientIds: [], transferIds: [] }, 1);

const aCase = (change: Partial<PortalCase> = {}): PortalCase => ({
  role: 'self',
  reference: 'CA-5XN2-7R',
  receivedAt: AT,
  channel: 'form',
  answers: {
    locale: 'en',
    forWhom: 'self',
    residence: 'IE',
    rights: ['GDPR:access'],
    details: 'All of it.',
    name: 'Luís',
    email: 'luis@example.com',
    identifiers: { phone: '+35312345678' },
  },
  closed: null,
  rights: [],
  messages: [],
  mails: [],
  steps: [],
  ...change,
});

const FOR_NADIA: PortalCase['answers'] = {
  ...aCase().answers,
  forWhom: 'someoneElse',
  identifiers: {},
  subject: { name: 'Nadia', relation: 'authorised', identifiers: { email: 'nadia@example.com' } },
};

const LETTER: Letter = {
  kind: 'answer',
  template: 'answer-2',
  locale: 'en',
  reference: 'CA-5XN2-7R',
  controller: 'Shop',
  copy: false,
  on: '2026-03-02' as Letter['on'],
  parts: [
    { id: 'a', right: null, source: 'case', heading: null, paragraphs: ['You asked.'], carries: [], mailed: true },
    {
      id: 'b',
      right: null,
      source: 'desk',
      heading: 'Why',
      paragraphs: ['So.', 'And so.'],
      carries: [],
      mailed: false,
    },
  ],
};

const mail = (change: Partial<PortalCase['mails'][number]> = {}): PortalCase['mails'][number] => ({
  at: AT,
  subject: 'Your request',
  text: 'We have it.',
  letter: null,
  toSubject: false,
  ...change,
});

const message = (author: 'requester' | 'desk', body: string, at = AT) => ({ at, author, body, files: [] });

describe('a request of one’s own', () => {
  it('is told whole', () => {
    expect(portalRecords(aCase({ closed: { at: AT, how: 'answered' } })).requests).toEqual([
      {
        reference: 'CA-5XN2-7R',
        receivedAt: AT,
        channel: 'form',
        language: 'en',
        residence: 'IE',
        forWhom: 'self',
        name: 'Luís',
        email: 'luis@example.com',
        identifiers: { phone: '+35312345678' },
        details: 'All of it.',
        answers: null,
        otherPerson: null,
        answersOfTwo: null,
        closedAt: AT,
        closedHow: 'answered',
      },
    ]);
  });

  it('has the answers that only some are asked for', () => {
    const answers = { ...aCase().answers, relation: 'customer' as const };
    expect(portalRecords(aCase({ answers })).requests[0]!.answers).toEqual({ relation: 'customer' });
  });

  it('has an answer of each right only once two people agreed to it', () => {
    const [open, answered] = portalRecords(
      aCase({
        rights: [
          { law: 'GDPR', right: 'access', answer: null, carriedOutOn: null },
          { law: 'GDPR', right: 'erasure', answer: { outcome: 'granted', at: AT }, carriedOutOn: '2026-03-05' },
        ],
      }),
    ).rights;
    expect(open).toMatchObject({ right: 'access', outcome: null, approvedAt: null });
    expect(answered).toMatchObject({
      right: 'erasure',
      outcome: 'granted',
      approvedAt: AT,
      carriedOutOn: '2026-03-05',
    });
  });

  it('has what was written both ways, in the order of time, mails with their letters', () => {
    const { correspondence } = portalRecords(
      aCase({
        messages: [
          message('desk', 'Which?', '2026-03-03T00:00:00.000Z'),
          message('requester', 'All.', '2026-03-04T00:00:00.000Z'),
        ],
        mails: [mail({ letter: LETTER })],
      }),
    );
    expect(correspondence.map(({ kind, direction, subject, text }) => [kind, direction, subject, text])).toEqual([
      ['mail', 'toYou', 'Your request', 'We have it.'],
      ['letter', 'toYou', null, 'You asked.\n\nWhy\n\nSo.\n\nAnd so.'],
      ['message', 'toYou', null, 'Which?'],
      ['message', 'fromYou', null, 'All.'],
    ]);
  });

  it('has no mail to somebody else', () => {
    expect(portalRecords(aCase({ mails: [mail({ toSubject: true })] })).correspondence).toEqual([]);
  });
});

describe('a request for somebody else', () => {
  const asker = portalRecords(
    aCase({
      role: 'asker',
      answers: FOR_NADIA,
      messages: [message('requester', 'She moved.')],
      mails: [mail(), mail({ toSubject: true, subject: 'To Nadia' })],
    }),
  );
  const subject = portalRecords(
    aCase({
      role: 'subject',
      answers: FOR_NADIA,
      messages: [message('requester', 'She moved.')],
      mails: [mail(), mail({ toSubject: true, subject: 'To Nadia' })],
    }),
  );

  it('is told to the one who asked with their own name, and what is about both apart', () => {
    expect(asker.requests[0]).toMatchObject({
      name: 'Luís',
      email: 'luis@example.com',
      residence: null,
      details: null,
      otherPerson: 'Nadia',
      answersOfTwo: { details: 'All of it.' },
    });
    expect(asker.correspondence.map(({ direction, subject: of, text }) => [direction, of, text])).toEqual([
      ['fromYou', null, null],
      ['toYou', 'Your request', null],
    ]);
  });

  it('is told to the person whose data it is with theirs, and the other’s name apart', () => {
    expect(subject.requests[0]).toMatchObject({
      name: 'Nadia',
      email: 'nadia@example.com',
      identifiers: { email: 'nadia@example.com' },
      residence: 'IE',
      otherPerson: 'Luís',
    });
    expect(subject.correspondence.map(({ direction, subject: of }) => [direction, of])).toEqual([
      ['fromOther', null],
      ['toOther', 'Your request'],
      ['toYou', 'To Nadia'],
    ]);
  });

  it('has no text outside the fields that the desk decides on', () => {
    const decided = new Set(
      collectionsOf(held).flatMap(({ fields }) =>
        fields.flatMap(({ name, otherPerson }) => (otherPerson?.rule === 'decide' ? [name] : [])),
      ),
    );
    for (const records of [asker, subject])
      for (const record of [...records.requests, ...records.correspondence]) {
        const open = Object.fromEntries(Object.entries(record).filter(([name]) => !decided.has(name)));
        expect(JSON.stringify(open)).not.toMatch(/She moved|All of it|We have it/);
      }
  });
});

describe('records', () => {
  it('have every key that the map describes, in its order, and no other', () => {
    const made = portalRecords(
      aCase({
        rights: [{ law: 'GDPR', right: 'access', answer: null, carriedOutOn: null }],
        messages: [message('desk', 'x')],
        mails: [mail()],
        steps: [{ at: AT, step: 'emailConfirmed' }],
      }),
    );
    for (const kind of PORTAL_KINDS) {
      const names = collectionsOf(held)
        .find(({ name }) => name === kind)!
        .fields.map(({ name }) => name);
      for (const record of made[kind]) expect(Object.keys(record)).toEqual(names);
    }
  });

  it('come in the order of time, whatever the order they are in', () => {
    const instant = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString());
    fc.assert(
      fc.property(fc.array(instant), fc.array(instant), (wrote, stepped) => {
        const { correspondence, steps } = portalRecords(
          aCase({
            messages: wrote.map((at) => message('desk', 'x', at)),
            steps: stepped.map((at) => ({ at, step: 'downloaded' })),
          }),
        );
        expect(correspondence.map(({ at }) => at)).toEqual(wrote.toSorted());
        expect(steps.map(({ at }) => at)).toEqual(stepped.toSorted());
      }),
    );
  });
});

describe('the text of a mail', () => {
  it.each([
    ['Open https://rights.example.com/shop/en/confirm/AbC-1_2?x=1 now.', 'Open https://rights.example.com/… now.'],
    ['Your code: 123456', 'Your code: …'],
    ['Your code: 123 456.', 'Your code: ….'],
    ['By 2026-03-31, CA-5XN2-7R', 'By 2026-03-31, CA-5XN2-7R'],
    ['See https://rights.example.com', 'See https://rights.example.com'],
    ['Call +352691555010', 'Call +352691555010'],
  ])('%j lets nobody in: %j', (text, left) => expect(withoutWayIn(text)).toBe(left));

  it('has no code and no link with a way in it left, whatever stands around', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 999_999 }), fc.string(), (before, no, after) => {
        const code = String(no).padStart(6, '0');
        const text = `${before}\n${code}\nhttps://rights.example.com/t/${code}x\n${after}`;
        expect(withoutWayIn(text).split('\n')).not.toContain(code);
        expect(withoutWayIn(text)).not.toContain(`/t/${code}`);
      }),
    );
  });
});
