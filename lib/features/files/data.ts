import { z } from 'zod';
import type { MessageAuthor } from '@/lib/domain/case/types';
import { db } from '@/lib/platform/db/client';

/** A file of a message of this case, with what opens it; null where the case has none of this id. @param authors of whose messages */
export const fileOf = (caseId: string, id: string, authors: readonly MessageAuthor[]) =>
  z.uuid().safeParse(id).success
    ? db().messageFile.findFirst({
        where: { id, caseId, message: { author: { in: [...authors] } } },
        include: { case: { select: { id: true, controllerId: true, reference: true, key: true } } },
      })
    : Promise.resolve(null);
