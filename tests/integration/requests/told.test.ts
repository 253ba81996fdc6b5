import { describe, expect, it } from 'vitest';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { toldWords } from '@/lib/features/cases/data/mail-words';
import { mailToken } from '@/lib/features/requester/mutations';
import { loadStory } from '@/lib/features/cases/loaders/story';
import { db, transaction } from '@/lib/platform/db/client';
import { openJson } from '@/lib/platform/vault/case-key';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { logOf, submit } from './walk';

instanceOfFile();

const TELLS = [{ rule: 'GDPR-21-4-objection', purposes: ['care'] }];

/** The mails of a case, oldest first, as they will leave. */
async function mailsOf(caseId: string): Promise<string[]> {
  const row = (await caseRow(caseId))!;
  const notices = await db().notice.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } });
  return notices.map(
    ({ id, sealedMail }) => (openJson(keyOf(row), sealedMail, `notice:${id}`) as { text: string }).text,
  );
}

const tellsOf = async (caseId: string) =>
  (await logOf(caseId)).filter(({ kind }) => kind === 'NoticeQueued').map(({ data }) => data.tells);

describe('the right to object (Art. 21(4) GDPR)', () => {
  it('is told in the first mail, apart, with the uses of the data map, and the log says that this mail tells it', async () => {
    const { caseId } = await submit();
    const [text] = await mailsOf(caseId);
    const apart = text!.split('* * *')[1]!;
    expect(apart).toMatch(/^\s+YOUR RIGHT TO OBJECT\s/);
    expect(apart).toContain('– To give you one person to turn to');
    expect(apart).not.toContain('To sell you music');
    expect(apart).toContain('(Art. 21(4) GDPR)');
    expect(await tellsOf(caseId)).toEqual([TELLS]);
  });

  it('is told again with every mail that asks to confirm the address, and shows in the story with its article', async () => {
    const { caseId } = await submit();
    const row = (await caseRow(caseId))!;
    await transaction((tx) => mailToken(tx, row, 'confirmEmail', new Date()));
    expect(await tellsOf(caseId)).toEqual([TELLS, TELLS]);
    const story = await loadStory(caseId, {
      key: keyOf(row),
      locale: 'en',
      staff: new Map(),
      systems: new Map(),
      recipients: new Map(),
    });
    expect(story.filter(({ kind }) => kind === 'NoticeQueued').map(({ values }) => values.tells)).toEqual([
      'Art. 21(4) GDPR',
      'Art. 21(4) GDPR',
    ]);
  });

  it('is said of the person whose data it is where somebody acts for them, and to nobody about the dead', async () => {
    const about = { controllerId: 'chinook', residence: 'LU', locale: 'en' };
    const titles = (['self', 'child', 'someoneElse', 'deceased'] as const).map(
      (forWhom) => toldWords({ ...about, forWhom }, new Date())?.title ?? null,
    );
    expect(titles).toEqual(['Your right to object', 'The right to object', 'The right to object', null]);
  });
});
