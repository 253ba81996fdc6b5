import { describe, expect, test } from 'vitest';
import type { DraftAnswers, RawForm } from '@/lib/domain/intake/answers';
import { checkAnswer } from '@/lib/domain/intake/check-answer';
import { completeAnswers } from '@/lib/domain/intake/complete';
import { journey } from '@/lib/domain/intake/journey';
import type { IntakeController } from '@/lib/domain/intake/offered';
import type { QuestionId } from '@/lib/domain/intake/questions';
import { consentsOffered } from '@/lib/domain/intake/questions/consent';
import { usesNamed, usesOffered } from '@/lib/domain/intake/questions/objection';
import { isHeard } from '@/lib/domain/intake/questions/rights';
import { deskFacts, type SummaryRow, summaryOf } from '@/lib/domain/intake/summary';
import { hasGrounds, isAsked } from '@/lib/domain/intake/wishes';
import { RIGHT_ASKING } from '@/lib/domain/law/right-asking';
import { isGivenBy, wishFor } from '@/lib/domain/law/wishes';
import { LUXEMBOURG, TODAY } from './controllers';

const HERE: DraftAnswers = { forWhom: 'self', residence: 'LU', details: '' };
const THERE: DraftAnswers = { forWhom: 'self', residence: 'US-CA', details: '' };

const page = (
  question: QuestionId,
  raw: RawForm,
  before: DraftAnswers,
  more: { readonly optOutSignal?: boolean } = {},
  controller: IntakeController = LUXEMBOURG,
) => checkAnswer(question, raw, before, { controller, locale: 'en', on: TODAY, ...more });

const answered = (...given: Parameters<typeof page>): DraftAnswers => {
  const checked = page(...given);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.answers;
};

const problems = (...given: Parameters<typeof page>) => {
  const checked = page(...given);
  return checked.ok ? [] : checked.problems.map(({ field, key }) => `${field}: ${key}`);
};

const wanted = (answers: DraftAnswers): readonly SummaryRow[] =>
  summaryOf({ answers, controller: LUXEMBOURG, on: TODAY }).wanted;

const wish = (answers: DraftAnswers, ...rights: string[]): DraftAnswers => answered('rights', { rights }, answers);

const questionsAfter = (answers: DraftAnswers): readonly QuestionId[] => {
  const { questions } = journey(answers, LUXEMBOURG, TODAY);
  return questions.slice(questions.indexOf('rights') + 1, questions.indexOf('who'));
};

describe('each wish asks what it needs, and no other', () => {
  test.each([
    [['copy'], []],
    [['noMarketing'], []],
    [['change'], ['correction']],
    [['remove'], ['deletion']],
    [['pause'], ['restriction']],
    [['noUse'], ['objection']],
    [['noConsent'], ['consent']],
    [['elsewhere'], ['portability']],
    [
      ['elsewhere', 'change', 'copy'],
      ['correction', 'portability'],
    ],
  ])('%s: %s', (wishes, questions) => {
    expect(questionsAfter(wish(HERE, ...wishes))).toEqual(questions);
  });

  test('under two laws it is asked once', () => {
    const both = wish(THERE, 'change', 'remove');
    expect(both.rights).toEqual(['GDPR:rectification', 'CCPA:correct', 'GDPR:erasure', 'CCPA:delete']);
    expect(questionsAfter(both)).toEqual(['correction', 'deletion']);
  });

  test('what nobody chose is not sent, whatever was answered before', () => {
    const before = answered('correction', { wrong: 'Webber', right: 'Weber' }, wish(HERE, 'change'));
    const whole = { ...wish(before, 'copy'), name: 'Nadia', email: 'n@example.lu', identifiers: {} };
    const sent = completeAnswers(whole, 'en', LUXEMBOURG, TODAY);
    expect(sent.ok && sent.value.correction).toBeUndefined();
    expect(sent.ok && sent.value.rights).toEqual(['GDPR:access']);
  });

  test('every right that presupposes or asks something has a wish', () => {
    for (const right of Object.keys(RIGHT_ASKING)) expect(wishFor(right as keyof typeof RIGHT_ASKING)).toBeDefined();
  });
});

describe('a correction', () => {
  const before = wish(HERE, 'change');

  test('says what is wrong; what is right can be left out, where it only has to go', () => {
    expect(problems('correction', { right: 'Weber' }, before)).toEqual(['wrong: empty']);
    expect(problems('correction', { wrong: '  \n ', right: '' }, before)).toEqual(['wrong: empty']);
    expect(answered('correction', { wrong: ' Webber\r\nagain ', right: '' }, before).correction).toEqual({
      wrong: 'Webber\nagain',
      right: '',
    });
  });

  test('all that is wrong with it is said at once', () => {
    const long = 'x'.repeat(4001);
    expect(problems('correction', { wrong: long, right: long }, before)).toEqual(['wrong: tooLong', 'right: tooLong']);
  });

  test('may bring a statement to stand beside the data where a law lets it, and only there', () => {
    const given = { wrong: 'Nothing says that I paid', right: '', statement: 'I paid on the same day.' };
    expect(answered('correction', given, before).correction).toEqual(given);
    expect(wanted(answered('correction', given, before)).at(-1)).toMatchObject({
      label: { key: 'correction.statement' },
      value: { prose: 'I paid on the same day.' },
    });
    expect(problems('correction', { ...given, statement: 'x'.repeat(4001) }, before)).toEqual(['statement: tooLong']);
    const californian: DraftAnswers = { ...THERE, rights: ['CCPA:correct'] };
    expect(answered('correction', given, californian).correction).not.toHaveProperty('statement');
  });

  test('is shown before it is sent, and at the desk, in their words', () => {
    const answers = answered('correction', { wrong: 'Webber', right: 'Weber' }, before);
    expect(wanted(answers).map(({ value }) => ('prose' in value ? value.prose : ''))).toEqual(['', 'Webber', 'Weber']);
  });
});

describe('a deletion', () => {
  const before = wish(HERE, 'remove');

  test('is of everything or of what they name; a ground is theirs to name', () => {
    expect(problems('deletion', {}, before)).toEqual(['deletionOf: empty']);
    expect(problems('deletion', { deletionOf: 'some', deletionWhich: ' ' }, before)).toEqual(['deletionWhich: empty']);
    const all = { deletionOf: 'all', deletionWhich: 'left over', deletionGround: 'notNeeded' };
    expect(answered('deletion', all, before).deletion).toEqual({ of: 'all', which: '', ground: 'notNeeded' });
    expect(answered('deletion', { deletionOf: 'all' }, before).deletion).toEqual({
      of: 'all',
      which: '',
      ground: 'untold',
    });
  });

  test('keeps no ground where no law with grounds is asked', () => {
    const californian: DraftAnswers = { ...THERE, rights: ['CCPA:delete'] };
    expect([hasGrounds('deletion', before), hasGrounds('deletion', californian)]).toEqual([true, false]);
    const named = answered('deletion', { deletionOf: 'all', deletionGround: 'unlawful' }, californian);
    expect(named.deletion?.ground).toBe('untold');
  });
});

describe('a pause', () => {
  const before = wish(HERE, 'pause');

  test('can be asked for without saying why, and for some of the data', () => {
    expect(problems('restriction', {}, before)).toEqual(['restrictionGround: empty']);
    expect(answered('restriction', { restrictionGround: 'untold' }, before).restriction).toEqual({
      ground: 'untold',
      which: '',
    });
    const some = { restrictionGround: 'claims', restrictionWhich: 'My calls of May' };
    expect(answered('restriction', some, before).restriction).toEqual({ ground: 'claims', which: 'My calls of May' });
  });
});

describe('uses of the data map', () => {
  test('to object to are those for an interest or a task of ours, advertising first, all of them last', () => {
    const context = { answers: wish(HERE, 'noUse'), controller: LUXEMBOURG, on: TODAY };
    expect(usesOffered(context)).toEqual(['marketing', 'improve', 'all']);
    expect(usesOffered({ ...context, answers: wish(HERE, 'noUse', 'noMarketing') })).toEqual(['improve', 'all']);
  });

  test('that were agreed to are offered after all of them at once, which stands for each', () => {
    expect(consentsOffered({ controller: LUXEMBOURG })).toEqual(['all', 'news']);
    const before = wish(HERE, 'noConsent');
    expect(problems('consent', {}, before)).toEqual(['consents: empty']);
    expect(problems('consent', { consents: 'improve' }, before)).toEqual(['consents: empty']);
    expect(answered('consent', { consents: ['all', 'news'] }, before).consent).toEqual({ uses: ['all'] });
  });

  test('are named as the map names them, and by their id once it no longer does', () => {
    const { named } = usesNamed(['news', 'gone', 'all'], LUXEMBOURG);
    expect(named).toMatchObject([{ text: { en: 'news' } }, { text: 'gone' }, { key: 'uses.all' }]);
  });
});

describe('taking data elsewhere', () => {
  const before = wish(HERE, 'elsewhere');

  test('needs no more where they take the file themselves, and where to send it else', () => {
    expect(problems('portability', {}, before)).toEqual(['receivedBy: empty']);
    expect(answered('portability', { receivedBy: 'self', receiver: 'x' }, before).portability).toEqual({ to: 'self' });
    expect(problems('portability', { receivedBy: 'other' }, before)).toEqual([
      'receiver: empty',
      'receiverAddress: empty',
    ]);
    expect(
      answered('portability', { receivedBy: 'other', receiver: ' Other ', receiverAddress: 'a@b.example' }, before)
        .portability,
    ).toMatchObject({ to: 'other', address: 'a@b.example' });
  });

  test('may go straight to whom the controller can send to, and to nobody who is not among them', () => {
    const name = { en: 'Other Talk', bg: 'Other Talk', de: 'Other Talk', fr: 'Other Talk', ru: 'Other Talk' };
    const url = 'https://import.othertalk.example.com/in';
    const receiver = { id: 'other-talk', name, kind: 'https-upload', url, secretName: null, inside: false } as const;
    const sends = { ...LUXEMBOURG, receivers: [receiver] };
    const given = { receivedBy: 'receiver:other-talk' };
    const { portability } = answered('portability', given, before, {}, sends);
    expect(portability).toEqual({ to: 'receiver', id: 'other-talk' });
    expect(problems('portability', given, before)).toHaveLength(1);
    const answers = { ...before, portability };
    const shown = (controller: typeof sends) =>
      summaryOf({ answers, controller, on: TODAY }).wanted.find(({ question }) => question === 'portability')?.value;
    expect(shown(sends)).toEqual({ named: [{ text: name }] });
    expect(shown({ ...sends, receivers: [] })).toEqual({ named: [{ text: 'other-talk' }] });
    expect(journey(answers, sends, TODAY).next).not.toBe('portability');
    expect(journey(answers, LUXEMBOURG, TODAY).next).toBe('portability');
  });
});

describe('the Global Privacy Control', () => {
  test('counts as the request to stop the sale, whether or not its box was left ticked', () => {
    const answers = answered('rights', { rights: ['kinds'] }, THERE, { optOutSignal: true });
    expect(answers.rights).toEqual(['CCPA:know_categories', 'CCPA:opt_out_sale_sharing']);
    expect(answers.optOutSignal).toBe(true);
    expect(isAsked('correction', answers)).toBe(false);
  });

  test('says nothing where nothing is sold, or no law hears it', () => {
    const quiet = { ...LUXEMBOURG, sharesForAdvertising: false };
    const context = { answers: THERE, controller: LUXEMBOURG, on: TODAY };
    expect(isHeard(context)).toBe(true);
    expect(isHeard({ ...context, controller: quiet })).toBe(false);
    expect(isHeard({ ...context, answers: HERE })).toBe(false);
    expect(answered('rights', { rights: ['copy'] }, HERE, { optOutSignal: true }).optOutSignal).toBeUndefined();
    expect([isGivenBy('noSale', ['GDPR']), isGivenBy('noSale', ['GDPR', 'CCPA'])]).toEqual([false, true]);
  });

  test('is told to the desk with the request that it made', () => {
    const answers = answered('rights', { rights: ['kinds'] }, THERE, { optOutSignal: true });
    const whole = {
      ...answers,
      name: 'Grace',
      email: 'g@example.com',
      identifiers: {},
      period: { of: 'all' } as const,
    };
    const sent = completeAnswers(whole, 'en', LUXEMBOURG, TODAY);
    if (!sent.ok) throw new Error(sent.detail);
    expect(deskFacts(sent.value, LUXEMBOURG).map(({ label }) => label)).toContain('person.signal');
  });
});
