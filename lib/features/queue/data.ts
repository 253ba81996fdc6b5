import { addDays, type LocalDate, toDbDate, toLocalDate } from '@/lib/domain/calendar/local-date';
import { db } from '@/lib/platform/db/client';
import type { Prisma } from '@/lib/platform/db/generated/client';
import type { QueueFilters } from './schema';

export const PAGE_SIZE = 50;

const ROW = {
  rights: { include: { projected: true } },
  key: true,
  request: { select: { sealedAnswers: true } },
} as const satisfies Prisma.CaseInclude;

export type QueueCase = Prisma.CaseGetPayload<{ include: typeof ROW }>;

/** Whose cases are looked at: by whom, of which controllers (empty for all), on which day. */
export type QueueScope = {
  readonly staffId: string;
  readonly controllerIds: readonly string[];
  readonly today: LocalDate;
};

// By the day of closing: what is null can be entered in an index and followed by last day, "not closed" cannot.
const OPEN = { closedAt: null } as const;
// Anybody can ask in anybody's name: until the address is confirmed there is nothing for the desk to do, and a flood stands in nobody's way.
const WAITS_FOR_CONFIRMATION = { nextStep: 'awaitEmail', ...OPEN } as const;
// Answered and told, it can be open for another reason, and is late with nothing.
const BY_LAST_DAY = { owed: true, ...OPEN } as const;
const IN_WORK = { ...OPEN, nextStep: { not: 'awaitEmail' } } as const;
const WAITS_FOR_SOURCE = { tasks: { some: { state: { not: 'answered' } } }, ...OPEN } as const;
const WAITS_FOR_REPLY = { pausedSinceOn: { not: null }, ...OPEN } as const;
const UNREAD_MESSAGE = { messages: { some: { author: 'requester', readAt: null } } } as const;

const inScope = ({ controllerIds }: QueueScope): Prisma.CaseWhereInput =>
  controllerIds.length > 0 ? { controllerId: { in: [...controllerIds] } } : {};

const ofWho = (who: string, staffId: string): Prisma.CaseWhereInput => {
  if (who === 'team') return { OR: [{ assigneeId: staffId }, { assigneeId: null }] };
  return { assigneeId: who === 'nobody' ? null : who === 'me' ? staffId : who };
};

function whereOf(filters: QueueFilters, scope: QueueScope): Prisma.CaseWhereInput {
  const { state = filters.found ? 'all' : 'open', controller, due, who, waits, found } = filters;
  // The last day binds from receipt, whether an address is confirmed or not: lists by day leave nothing out.
  const open = due || waits === 'confirmation' ? OPEN : IN_WORK;
  return {
    AND: [
      inScope(scope),
      state === 'all' ? {} : state === 'open' ? open : { state },
      controller ? { controllerId: controller } : {},
      due === 'overdue' ? { dueOn: { lt: toDbDate(scope.today) }, pausedSinceOn: null, ...BY_LAST_DAY } : {},
      due === 'week'
        ? { dueOn: { gte: toDbDate(scope.today), lte: toDbDate(addDays(scope.today, 7)) }, ...BY_LAST_DAY }
        : {},
      who ? ofWho(who, scope.staffId) : {},
      waits === 'confirmation' ? WAITS_FOR_CONFIRMATION : {},
      waits === 'source' ? WAITS_FOR_SOURCE : {},
      waits === 'message' ? UNREAD_MESSAGE : {},
      waits === 'reply' ? WAITS_FOR_REPLY : {},
      found ? { id: { in: found } } : {},
    ],
  };
}

/**
 * A page of cases, soonest last day first.
 * The bound on `dueOn` beside the OR looks redundant and lets PostgreSQL enter the index where the page begins.
 */
export async function queuePage(
  filters: QueueFilters,
  scope: QueueScope,
): Promise<{ cases: QueueCase[]; total: number; more: boolean }> {
  const where = whereOf(filters, scope);
  const { after } = filters;
  const from = after && new Date(after.dueOn);
  const onwards: Prisma.CaseWhereInput =
    from && after ? { dueOn: { gte: from }, OR: [{ dueOn: { gt: from } }, { dueOn: from, id: { gt: after.id } }] } : {};
  const [cases, total] = await Promise.all([
    db().case.findMany({
      where: { AND: [where, onwards] },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take: PAGE_SIZE + 1,
      include: ROW,
    }),
    db().case.count({ where }),
  ]);
  return { cases: cases.slice(0, PAGE_SIZE), total, more: cases.length > PAGE_SIZE };
}

type OpenCounts = Record<'open' | 'mine' | 'unconfirmed' | 'overdue' | 'week' | 'paused', number>;

/**
 * The open cases of each controller counted for all views in one walk: by themselves these counts would each go through everything open.
 * An index holds every column that is asked here. The conditions are those of the lists above, which a test holds them to.
 */
const openCounts = ({ staffId, controllerIds, today }: QueueScope) => db().$queryRaw<
  (OpenCounts & { controllerId: string })[]
>`
  select "controllerId",
    count(*) filter (where "nextStep" <> 'awaitEmail')::int as "open",
    count(*) filter (where "nextStep" <> 'awaitEmail' and ("assigneeId" is null or "assigneeId" = ${staffId}::uuid))::int as "mine",
    count(*) filter (where "nextStep" = 'awaitEmail')::int as "unconfirmed",
    count(*) filter (where "owed" and "dueOn" < ${today}::date and "pausedSinceOn" is null)::int as "overdue",
    count(*) filter (where "owed" and "dueOn" between ${today}::date and ${addDays(today, 7)}::date)::int as "week",
    count(*) filter (where "nextStep" <> 'awaitEmail' and "pausedSinceOn" is not null)::int as "paused"
  from "Case"
  where "closedAt" is null and (${controllerIds.length === 0} or "controllerId" = any(${[...controllerIds]}))
  group by "controllerId"`;

export async function queueCounts(scope: QueueScope) {
  const count = (filters: Partial<QueueFilters>) => db().case.count({ where: whereOf(filters, scope) });
  const [byController, sources, approval, messages] = await Promise.all([
    openCounts(scope),
    count({ waits: 'source' }),
    count({ state: 'awaitingApproval' }),
    count({ waits: 'message', state: 'all' }),
  ]);
  const all = (of: keyof OpenCounts) => byController.reduce((sum, counts) => sum + counts[of], 0);
  return {
    open: all('open'),
    mine: all('mine'),
    unconfirmed: all('unconfirmed'),
    overdue: all('overdue'),
    week: all('week'),
    paused: all('paused'),
    sources,
    approval,
    messages,
    openOf: new Map(byController.map(({ controllerId, open }) => [controllerId, open])),
  };
}

/** The soonest last day that is still to come, for what an empty list says. */
export async function nextDueOn(scope: QueueScope): Promise<LocalDate | null> {
  const row = await db().case.findFirst({
    where: { AND: [inScope(scope), IN_WORK, { owed: true, dueOn: { gte: toDbDate(scope.today) } }] },
    orderBy: { dueOn: 'asc' },
    select: { dueOn: true },
  });
  return row && toLocalDate(row.dueOn);
}

/** Systems that do not answer and mails that did not leave, in open cases; the oldest first. */
export async function blockedWork(controllerIds: readonly string[]) {
  const ofCase = { ...OPEN, ...(controllerIds.length > 0 && { controllerId: { in: [...controllerIds] } }) };
  const about = { select: { id: true, reference: true, controllerId: true } } as const;
  const [tasks, notices] = await Promise.all([
    db().collectionTask.findMany({
      where: { state: 'failed', case: ofCase },
      select: { systemId: true, failure: true, case: about },
      take: PAGE_SIZE,
    }),
    db().notice.findMany({
      where: { state: { in: ['delayed', 'uncertain', 'failed'] }, case: ofCase },
      select: { kind: true, state: true, case: about },
      orderBy: { createdAt: 'asc' },
      take: PAGE_SIZE,
    }),
  ]);
  return { tasks, notices };
}
