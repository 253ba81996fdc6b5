import { createHash, createPublicKey, verify } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '@/lib/domain/bundle/schema';
import { LAW } from '@/lib/domain/law/law';
import { LOCALES } from '@/lib/domain/locale';
import { letterPdf } from '@/lib/documents/letter/pdf';
import { mailedText } from '@/lib/domain/letter/types';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { keptLetters, letterDigest } from '@/lib/features/case-file/data/letters';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { destroyKey } from '@/lib/features/case-file/upkeep/forgetting';
import { copyWords } from '@/lib/features/cases/data/answer-words';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { buildBundle } from '@/lib/features/fulfilment/mutations/build-bundle';
import { sessionBy } from '@/lib/features/requester/data/sessions';
import { statusOf } from '@/lib/features/requester/data/status';
import { enterByLink } from '@/lib/features/requester/mutations';
import { loadReview } from '@/lib/features/review/loaders/review';
import type { Staff } from '@/lib/features/staff/types/staff';
import { db, transaction } from '@/lib/platform/db/client';
import { signingKey } from '@/lib/platform/signing';
import { newestMail } from '@/tests/integration/requester/mailbox';
import { BOB, collecting, kindsOf, logOf, must } from '@/tests/integration/requests/walk';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { approved, HIDDEN, never } from './approved';
import { bundleOf, readable } from './bundle-files';

const instance = instanceOfFile();

const CITATION = 'Art. 15(4) GDPR; Recital 63';

const SIGNATURES = ['manifest.json.sig', 'manifest.json.minisig', 'manifest.json.jws'];

describe('an access request, from the form to the bundle', () => {
  let made: Awaited<ReturnType<typeof bundleOf>>;
  let caseId: string;
  let reference: string;
  beforeAll(async () => {
    const one = await approved(HIDDEN);
    ({ caseId, reference } = one);
    await buildBundle(one.bundleId, never);
    made = await bundleOf(caseId, instance.blobDir);
  });

  const json = (name: string): unknown => JSON.parse(made.files.get(name)!.toString('utf8'));
  const manifest = () => json('manifest.json') as Manifest;

  it('ends with a case that is ready, told to the requester, and said in the log', async () => {
    expect(await caseRow(caseId)).toMatchObject({ state: 'ready', nextStep: 'awaitNotice' });
    expect((await logOf(caseId)).slice(-2)).toMatchObject([
      {
        kind: 'BundleSealed',
        actor: { kind: 'system', id: 'worker' },
        data: { records: 12, keyId: manifest().signature.keyId, files: manifest().files.length },
      },
      { kind: 'NoticeQueued', data: { notice: 'answerReady' } },
    ]);
    expect(await kindsOf(caseId)).toEqual([
      'RequestReceived',
      'NoticeQueued',
      'EmailConfirmed',
      'NoticeQueued',
      'IdentityAccepted',
      'CollectionStarted',
      'SourceAnswered',
      'SourceAnswered',
      'CollectionFinished',
      ...HIDDEN.map(() => 'ValueRedacted'),
      'OutcomeDecided',
      'DecisionApproved',
      'BundleSealed',
      'NoticeQueued',
    ]);
  });

  it('keeps the letter as it was sent: page, mail and PDF say the same, and the log has its wording and a digest', async () => {
    const row = (await caseRow(caseId))!;
    const [kept] = await keptLetters(caseId, keyOf(row));
    const { letter } = kept!;
    const lines = letter.parts.flatMap(({ paragraphs }) => paragraphs);
    expect(letter).toMatchObject({ kind: 'answer', template: 'answer-2', locale: 'en', reference, copy: true });
    expect(lines.join('\n')).toContain(CITATION);
    expect((await logOf(caseId)).at(-1)?.data).toMatchObject({
      noticeId: kept!.id,
      letter: { template: 'answer-2', digest: letterDigest(keyOf(row), letter) },
    });
    expect((await newestMail(caseId)).text).toContain(mailedText(letter));
    const { letters } = await statusOf(caseId as AuthorizedCaseId, new Date());
    expect(letters).toEqual([kept]);
    const flat = (text: string) => text.replace(/\s+/gu, '');
    const printed = flat(readable('letter.pdf', Buffer.from(await letterPdf(letter, '#1655d1'))));
    for (const line of lines) expect(printed).toContain(flat(line));
  });

  it('has every record that is not hidden, as the source wrote it', () => {
    expect(json('data/shop.customer.json')).toMatchObject([
      { customer_id: 1, first_name: 'Luís', last_name: 'Gonçalves', email: 'Luis@example.com' },
    ]);
    expect(json('data/shop.invoice.json')).toMatchObject([
      { invoice_id: 1, total: '3.98' },
      { invoice_id: 2, total: '0.99' },
    ]);
    expect(json('data/shop.invoice_line.json')).toMatchObject([{ invoice_line_id: 1 }, { invoice_line_id: 2 }]);
    expect((json('data/shop.track.json') as { name: string }[]).map(({ name }) => name)).toEqual(['Ode', 'Тишина']);
  });

  it('shows nothing that was hidden in any of its files, neither by the desk nor by the data map', () => {
    expect(made.files.size).toBeGreaterThan(12);
    for (const [name, bytes] of made.files)
      expect(readable(name, bytes), name).not.toMatch(/Peacock|jane@chinook|1973-08-29|\b1973\b/);
    expect(readable('index.html', made.files.get('index.html')!)).toContain('Gonçalves');
    expect(readable('report.pdf', made.files.get('report.pdf')!)).toContain('Gonçalves');
    expect(readable('report.pdf', made.files.get('report.pdf')!)).toContain(reference);
  });

  it('says in every form by what it was searched, in which form, and by what not: kinds, never a value', async () => {
    expect(manifest().searched[0]).toMatchObject({
      sought: {
        by: [{ kind: 'email', form: 'lowerUnicode' }],
        through: [],
        notBy: [{ kind: 'phone', reason: 'notConfirmed' }],
      },
    });
    const { search } = await statusOf(caseId as AuthorizedCaseId, new Date());
    expect(search?.by.lines).toEqual([expect.stringMatching(/^E-mail address: capitals/u)]);
    expect(search?.notBy.lines).toEqual([
      expect.stringMatching(/^Phone number: one was given, but it is not confirmed/u),
    ]);
    for (const name of ['index.html', 'report.pdf']) {
      for (const line of [...search!.by.lines, ...search!.notBy.lines])
        expect(readable(name, made.files.get(name)!)).toContain(line);
    }
    expect(JSON.stringify([search, manifest().searched])).not.toMatch(/luis|3923/iu);
  });

  it('says what was hidden, how often, on which ground, and what was searched', () => {
    expect(
      manifest().withheld.map(({ collection, what, count, citation, facts }) => ({
        collection,
        what,
        count,
        citation,
        facts,
      })),
    ).toEqual([
      { collection: 'Your contact with us', what: 'First name', count: 1, citation: CITATION, facts: null },
      { collection: 'Your contact with us', what: 'Last name', count: 1, citation: CITATION, facts: null },
      { collection: 'Your contact with us', what: 'Date of birth', count: 1, citation: CITATION, facts: null },
      {
        collection: 'Your contact with us',
        what: 'E-mail',
        count: 1,
        citation: CITATION,
        facts: 'It names a colleague.',
      },
      { collection: 'Bills', what: 'Street', count: 2, citation: CITATION, facts: 'It names a colleague.' },
      {
        collection: 'Lines of your bills',
        what: 'Whole record',
        count: 1,
        citation: CITATION,
        facts: 'It names a colleague.',
      },
      {
        collection: 'Tracks you bought',
        what: 'Composer',
        count: 1,
        citation: CITATION,
        facts: 'It names a colleague.',
      },
    ]);
    expect(manifest().searched.map(({ collection, result, count }) => [collection, result, count])).toEqual([
      ['Customer', 'found', 1],
      ['Your contact with us', 'found', 1],
      ['Bills', 'found', 2],
      ['Lines of your bills', 'found', 3],
      ['Tracks you bought', 'found', 2],
      ['Your requests', 'found', 1],
      ['What you asked for, and what came of it', 'found', 1],
      ['Messages, mails and letters', 'nothing', 0],
      ['Steps of a request', 'found', 2],
    ]);
  });

  it('is what its manifest says, byte by byte, and the manifest is signed with the published key', () => {
    const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    for (const { path, sha256: listed, sizeBytes, records } of manifest().files) {
      const bytes = made.files.get(path)!;
      expect([path, sha256(bytes), bytes.length]).toEqual([path, listed, sizeBytes]);
      if (path.startsWith('data/') && path.endsWith('.json')) expect((json(path) as unknown[]).length).toBe(records);
    }
    expect([...made.files.keys()].sort()).toEqual(
      [...manifest().files.map(({ path }) => path), 'manifest.json', ...SIGNATURES].sort(),
    );
    const [bytes, signature] = [made.files.get('manifest.json')!, made.files.get('manifest.json.sig')!];
    expect(verify(null, bytes, createPublicKey(signingKey().publicKeyPem), signature)).toBe(true);
    expect(manifest().signature.keyId).toBe(signingKey().keyId);
    expect(made.row).toMatchObject({
      sha256: sha256(made.zip),
      manifestSha256: sha256(bytes),
      sizeBytes: BigInt(made.zip.length),
      recordsWritten: 12,
    });
  });

  it('tells the row what is in it and until when', () => {
    expect(made.row.contents).toEqual([
      { collectionId: 'shop.customer', records: 1, bytes: expect.any(Number) as number },
      { collectionId: 'shop.employee', records: 1, bytes: expect.any(Number) as number },
      { collectionId: 'shop.invoice', records: 2, bytes: expect.any(Number) as number },
      { collectionId: 'shop.invoice_line', records: 2, bytes: expect.any(Number) as number },
      { collectionId: 'shop.track', records: 2, bytes: expect.any(Number) as number },
      { collectionId: 'portal.requests', records: 1, bytes: expect.any(Number) as number },
      { collectionId: 'portal.rights', records: 1, bytes: expect.any(Number) as number },
      { collectionId: 'portal.steps', records: 2, bytes: expect.any(Number) as number },
    ]);
    expect(made.row.expiresAt!.getTime() - made.row.sealedAt!.getTime()).toBeGreaterThan(29 * 86_400_000);
  });

  it('says in the mail and on the page how much is hidden and why', async () => {
    const sentence = '8 values in your copy are hidden: another person’s data (Art. 15(4) GDPR; Recital 63 GDPR).';
    expect(made.row.withheld).toEqual([{ grounds: ['GDPR-15-4'], count: 8 }]);
    const mail = await newestMail(caseId);
    expect(mail.text).toContain(sentence);
    expect(mail.text).toContain('before the copy is shown we send a code');
    expect(await statusOf(caseId as AuthorizedCaseId, new Date())).toMatchObject({
      nothing: null,
      bundle: { withheld: [sentence] },
      rights: [{ standing: 'done' }],
    });
  });

  it('has a link in its mail that opens the page once, and no data', async () => {
    const { token } = await newestMail(caseId);
    const entered = await enterByLink(token, 'chinook', new Date());
    if (!entered.ok) throw new Error(entered.reason);
    expect(await sessionBy(entered.value, 'chinook', new Date())).toMatchObject({ caseId, fresh: false });
    expect(await enterByLink(token, 'chinook', new Date())).toMatchObject({ ok: false, reason: 'used' });
  });

  it('is made once: its job may run again', async () => {
    await buildBundle(made.row.id, never);
    expect((await kindsOf(caseId)).filter((kind) => kind === 'BundleSealed')).toHaveLength(1);
    expect(await db().bundle.findUniqueOrThrow({ where: { id: made.row.id } })).toEqual(made.row);
  });
});

describe('a person of whom nothing is held', () => {
  it('reads that first, on the page and in the mail, with what else they could give', async () => {
    const { caseId, taskId } = await collecting({ email: 'nobody@example.net', identifiers: {} });
    await collectFromSystem(taskId, never);
    const { id: rightItemId } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
    await must(caseId, {
      type: 'DecideRight',
      rightItemId,
      outcome: 'noData',
      grounds: [],
      facts: '',
      despiteHidden: null,
    });
    expect((await statusOf(caseId as AuthorizedCaseId, new Date())).nothing).toBeNull();
    await must(caseId, { type: 'ApproveDecision' }, BOB);
    const nothing = {
      held: 'We hold nothing about you under what you gave us: the e-mail address. Apart from that, this portal keeps this request and what was written about it.',
      more: expect.stringMatching(
        /^If another e-mail address( or .+)? may be known to us as well, send a new request that names it\.$/,
      ) as string,
    };
    expect(await statusOf(caseId as AuthorizedCaseId, new Date())).toMatchObject({
      state: 'ready',
      bundle: null,
      nothing,
    });
    const { text } = await newestMail(caseId);
    expect(text.startsWith(nothing.held)).toBe(true);
    expect(text).not.toContain('we send a code');
  });
});

describe("the article by which the data map hides other people's data", () => {
  const EU = 'Art. 15(4) GDPR; Recital 63';
  const CALIFORNIA = 'Cal. Civ. Code 1798.145(k)';

  it.each([
    ['the CCPA', { residence: 'US-CA', rights: ['CCPA:know_specific'] }, [CALIFORNIA], 'Art. 15(4)'],
    [
      'the UK GDPR',
      { residence: 'GB', rights: ['UK_GDPR:access'] },
      ['Art. 15(4) UK GDPR; DPA 2018'],
      'Art. 15(4) GDPR',
    ],
    ['the FADP', { residence: 'CH', rights: ['CH_FADP:access'] }, ['Art. 26(1)(b) FADP'], 'Art. 15(4)'],
    [
      'the GDPR and the CCPA',
      { residence: 'US-CA', rights: ['GDPR:access', 'CCPA:know_specific'] },
      [EU, CALIFORNIA],
      'UK GDPR',
    ],
  ])(
    'is that of %s, on every page of the copy, on the page, in the mail and at the desk',
    async (_, given, articles, foreign) => {
      // What they asked before under another law would be in their copy.
      for (const { id } of await db().case.findMany({ select: { id: true } }))
        await transaction((tx) => destroyKey(tx, id, new Date()));
      const { caseId, bundleId } = await approved([], given);
      await buildBundle(bundleId, never);
      const { files } = await bundleOf(caseId, instance.blobDir);
      const { withheld } = JSON.parse(files.get('manifest.json')!.toString('utf8')) as Manifest;
      expect(withheld.length).toBeGreaterThan(0);
      for (const { citation } of withheld) for (const article of articles) expect(citation).toContain(article);
      const { bundle } = await statusOf(caseId as AuthorizedCaseId, new Date());
      const { text } = await newestMail(caseId);
      const review = await loadReview(caseId as AuthorizedCaseId, { id: BOB.id } as Staff, 'approval');
      const atDesk = review!.systems
        .flatMap(({ collections }) => collections.flatMap(({ collection }) => collection.fields))
        .flatMap(({ otherPerson }) => (otherPerson?.rule === 'hide' ? [otherPerson.grounds] : []))
        .map((ids) => ids.map((id) => review!.grounds.find((ground) => ground.id === id)?.citation).join('; '));
      for (const said of [
        readable('index.html', files.get('index.html')!),
        readable('report.pdf', files.get('report.pdf')!),
        bundle!.withheld.join(' '),
        text,
        atDesk.join(' '),
      ]) {
        for (const article of articles) expect(said.replaceAll(/\s+/g, ' ')).toContain(article);
        expect(said.replaceAll(/\s+/g, ' ')).not.toContain(foreign);
      }
    },
  );
});

describe('the words for what is hidden', () => {
  it('exist for every exemption of every law in every language', () => {
    for (const locale of LOCALES) {
      const words = copyWords(locale);
      for (const { id } of LAW.flatMap(({ exemptions }) => exemptions)) {
        expect(words.hidden([id])).toMatch(/^\[.+\]$/);
        expect(words.ground([id])).not.toBe('');
        expect(words.citation([id])).not.toBe('');
      }
    }
  });
});
