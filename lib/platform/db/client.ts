import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '@/lib/platform/env';
import { type Prisma, PrismaClient } from './generated/client';
import { bounded, ownPatience } from './patience';

/** A transaction, or the client itself where a single statement is enough. */
export type Db = Prisma.TransactionClient;

const make = () =>
  new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10, ...bounded(ownPatience()) }),
  });

// Next evaluates modules once per bundle: one pool per process is kept on the global object.
const kept = globalThis as { rightsdeskDb?: ReturnType<typeof make> };

/** The one connection pool of this process. */
export const db = (): PrismaClient => (kept.rightsdeskDb ??= make());

/** Runs `work` in one transaction; its failure, or a refusal thrown inside, undoes everything. Waits up to 10 s for a connection; the whole may take 30 s, waiting for locks included. */
export const transaction = <T>(work: (tx: Db) => Promise<T>): Promise<T> =>
  db().$transaction(work, { maxWait: 10_000, timeout: 30_000 });

export async function closeDb(): Promise<void> {
  await kept.rightsdeskDb?.$disconnect();
  kept.rightsdeskDb = undefined;
}
