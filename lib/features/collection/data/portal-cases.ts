import { z } from 'zod';
import { type NoticeKind, TO_SUBJECT } from '@/lib/domain/case/notices';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { letterSchema } from '@/lib/domain/letter/schema';
import type { PortalCase } from '@/lib/domain/portal/records';
import { emailForm } from '@/lib/domain/search/wanted';
import { answersOf, type CaseRow, keyOf, localeOf, WHOLE_CASE } from '@/lib/features/case-file/data/case';
import { heldBackMessages } from '@/lib/features/case-file/data/held-back';
import { letterLabel } from '@/lib/features/case-file/data/letters';
import { caseColumns, mandateColumns, messageColumns, noticeColumns } from '@/lib/features/case-file/schema/rows';
import { db } from '@/lib/platform/db/client';
import type { Prisma } from '@/lib/platform/db/generated/client';
import { type Translate, translator } from '@/lib/platform/i18n/translator';
import { parseRow } from '@/lib/platform/db/parse-row';
import { blindIndexes } from '@/lib/platform/vault/blind-index';
import { type CaseKey, openJson, openText } from '@/lib/platform/vault/case-key';

const mailSchema = z.object({ subject: z.string(), text: z.string() });

const WHAT_IS_HELD = {
  ...WHOLE_CASE,
  request: { select: { channel: true } },
  messages: {
    where: { author: { in: ['requester', 'desk'] } },
    include: { files: { orderBy: { id: 'asc' } } },
    orderBy: { createdAt: 'asc' },
  },
  notices: { where: { sentAt: { not: null } }, orderBy: { createdAt: 'asc' } },
  bundles: { where: { sealedAt: { not: null } }, orderBy: { createdAt: 'asc' } },
  downloads: { where: { outcome: 'complete' }, orderBy: { startedAt: 'asc' } },
  erasures: { where: { state: { not: 'dropped' } }, include: { erasedSystems: true }, orderBy: { askedAt: 'asc' } },
} as const satisfies Prisma.CaseInclude;

type HeldRow = Prisma.CaseGetPayload<{ include: typeof WHAT_IS_HELD }>;

/**
 * The requests of a person to one controller, oldest first: that of the case, and those under the same address whose mailbox was confirmed. What
 * somebody typed who never showed that the address is theirs may be another's. A forgotten case has no key, and nothing to open.
 * @param emails by which the person is known
 */
export async function portalCases(
  { id, controllerId, locale }: Pick<CaseRow, 'id' | 'controllerId' | 'locale'>,
  emails: readonly string[],
): Promise<PortalCase[]> {
  const forms = new Set(emails.map(emailForm));
  const rows = await db().case.findMany({
    where: {
      controllerId,
      key: { wrappedKey: { not: null } },
      OR: [
        { id },
        {
          emailConfirmedAt: { not: null },
          blindIndex: {
            some: { kind: 'email', digest: { in: [...forms].flatMap((form) => blindIndexes('email', form)) } },
          },
        },
      ],
    },
    include: WHAT_IS_HELD,
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  });
  const law = translator(localeOf(locale), 'law');
  const found: PortalCase[] = [];
  for (const row of rows) {
    const one = await opened(row, row.id === id, law);
    if (row.id === id || forms.has(emailForm(one.answers.email))) found.push(one);
  }
  return found;
}

async function opened(row: HeldRow, isOwn: boolean, law: Translate): Promise<PortalCase> {
  const key = keyOf(row);
  const answers = await answersOf(row);
  const { forWhom, closedHow } = parseRow(caseColumns, row);
  return {
    // Of a copy it is the person whose data it is; earlier they may have asked for somebody else.
    role: forWhom === 'self' ? 'self' : isOwn ? 'subject' : 'asker',
    reference: row.reference,
    receivedAt: row.receivedAt.toISOString(),
    channel: row.request.channel,
    answers,
    closed: closedHow && row.closedAt ? { at: row.closedAt.toISOString(), how: closedHow } : null,
    rights: row.rights.map(({ regime, right, outcome, approvedAt, carriedOutOn }) => ({
      law: law(`regime.${regime}`),
      right,
      answer: outcome && approvedAt ? { outcome, at: approvedAt.toISOString() } : null,
      carriedOutOn: carriedOutOn && localDateOf(carriedOutOn.toISOString(), 'UTC'),
    })),
    messages: messagesOf(row, key),
    mails: row.notices.map((notice) => ({
      at: notice.sentAt!.toISOString(),
      ...mailSchema.parse(openJson(key, notice.sealedMail, `notice:${notice.id}`)),
      letter: notice.sealedLetter && letterSchema.parse(openJson(key, notice.sealedLetter, letterLabel(notice.id))),
      toSubject: TO_SUBJECT.includes(kindOf(notice)),
    })),
    steps: stepsOf(row),
  };
}

const kindOf = ({ kind, state }: HeldRow['notices'][number]): NoticeKind => noticeColumns.parse({ kind, state }).kind;

function messagesOf(row: HeldRow, key: CaseKey): PortalCase['messages'] {
  const heldBack = heldBackMessages(row);
  return row.messages.flatMap(({ id, author, sealedBody, createdAt, files }) =>
    heldBack.includes(id)
      ? []
      : [
          {
            at: createdAt.toISOString(),
            author: messageColumns.shape.author.exclude(['note']).parse(author),
            body: openText(key, sealedBody, `message:${id}`),
            files: files.map((file) => openText(key, file.sealedName, `file:${file.id}`)),
          },
        ],
  );
}

function stepsOf(row: HeldRow): PortalCase['steps'] {
  const { identityMethod } = parseRow(caseColumns, row);
  const steps: { at: string; step: string; method?: NonNullable<typeof identityMethod> }[] = [];
  const add = (step: string, at: Date | null | undefined): void => {
    if (at) steps.push({ step, at: at.toISOString() });
  };
  add('emailConfirmed', row.emailConfirmedAt);
  if (identityMethod && row.identityAt)
    steps.push({ step: 'identityAccepted', at: row.identityAt.toISOString(), method: identityMethod });
  if (row.mandate) {
    const { answer } = mandateColumns.parse({ answer: row.mandate.answer });
    add('mandateAsked', row.mandate.askedAt);
    if (answer) add(answer === 'stopped' ? 'mandateStopped' : 'mandateConfirmed', row.mandate.answeredAt);
  }
  for (const { sealedAt } of row.bundles) add('bundleReady', sealedAt);
  for (const { endedAt } of row.downloads) add('downloaded', endedAt);
  for (const { approvedAt, cancelledAt, provedAt } of row.erasures) {
    add('erasurePlanned', approvedAt);
    add('erasureCancelled', cancelledAt);
    add('erased', provedAt);
  }
  return steps;
}
