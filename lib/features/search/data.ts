import { submittedAnswersSchema } from '@/lib/domain/intake/schema';
import { hasName, type WantedName } from '@/lib/domain/search/name';
import type { WantedReference } from '@/lib/domain/search/reference';
import type { Wanted } from '@/lib/domain/search/wanted';
import { db } from '@/lib/platform/db/client';
import type { Prisma } from '@/lib/platform/db/generated/client';
import { blindIndexes, type IndexKind } from '@/lib/platform/vault/blind-index';
import { openJson, unwrapCaseKey } from '@/lib/platform/vault/case-key';
import { MOST_FOUND } from './schema';
import type { Found, SearchScope } from './types';

// A beginning longer than those of the index leads to its first letters: more names than these are not opened for one search.
const MOST_OPENED = 500;

const under = (kind: IndexKind, forms: readonly string[]): Prisma.CaseWhereInput => ({
  blindIndex: { some: { kind, digest: { in: forms.flatMap((form) => blindIndexes(kind, form)) } } },
});

const ofReference = ({ by, text }: WantedReference): Prisma.CaseWhereInput =>
  by === 'groups' ? under('reference', [text]) : { reference: by === 'whole' ? text : { startsWith: text } };

const ofName = ({ chunks }: WantedName): Prisma.CaseWhereInput => ({
  AND: chunks.map((ways) => ({
    OR: ways.map((way) => ({
      AND: way.map(({ word, beginning }) =>
        beginning === null ? under('name', [word]) : { OR: [under('name', [word]), under('beginning', [beginning])] },
      ),
    })),
  })),
});

function whereOf(wanted: Wanted): Prisma.CaseWhereInput {
  switch (wanted.by) {
    case 'reference':
      return ofReference(wanted.reference);
    case 'email':
      return under('email', [wanted.email]);
    case 'phone':
      return under('phone', wanted.forms);
    case 'account':
      return under('account', [wanted.account]);
    case 'name':
      return ofName(wanted.name);
    default:
      return wanted satisfies never;
  }
}

const WITH_NAMES = {
  id: true,
  requestId: true,
  key: true,
  request: { select: { sealedAnswers: true } },
} as const satisfies Prisma.CaseSelect;

type Named = Prisma.CaseGetPayload<{ select: typeof WITH_NAMES }>;

function isNamed({ key, requestId, request }: Named, wanted: WantedName): boolean {
  if (!key?.wrappedKey) return false;
  const { name, subject } = submittedAnswersSchema.parse(
    openJson(unwrapCaseKey(key.wrappedKey), request.sealedAnswers, `answers:${requestId}`),
  );
  return hasName(wanted, subject ? [name, subject.name] : [name]);
}

/** Cases that one reading of what was typed leads to, through the keyed index. */
export async function casesOf(wanted: Wanted, { controllerIds }: SearchScope): Promise<Found> {
  const scope: Prisma.CaseWhereInput = controllerIds.length > 0 ? { controllerId: { in: [...controllerIds] } } : {};
  const found = {
    where: { AND: [scope, whereOf(wanted)] },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  } satisfies Prisma.CaseFindManyArgs;
  if (wanted.by !== 'name' || wanted.name.exact) {
    const rows = await db().case.findMany({ ...found, take: MOST_FOUND + 1, select: { id: true } });
    return { ids: rows.slice(0, MOST_FOUND).map(({ id }) => id), more: rows.length > MOST_FOUND };
  }
  const { name } = wanted;
  const rows = await db().case.findMany({ ...found, take: MOST_OPENED, select: WITH_NAMES });
  const named = rows.filter((row) => isNamed(row, name));
  return {
    ids: named.slice(0, MOST_FOUND).map(({ id }) => id),
    more: named.length > MOST_FOUND || rows.length === MOST_OPENED,
  };
}
