import { db } from '@/lib/platform/db/client';
import { MAX_ATTEMPTS } from './mutations';
import type { TokenPurpose } from './types';

/** How often the code of the newest mail may still be typed. */
export async function triesLeft(caseId: string, purpose: TokenPurpose): Promise<number> {
  const newest = await db().accessToken.findFirst({
    where: { caseId, purpose },
    orderBy: { createdAt: 'desc' },
    select: { attempts: true },
  });
  return newest ? MAX_ATTEMPTS - newest.attempts : 0;
}
