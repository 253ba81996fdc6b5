import { db } from '@/lib/platform/db/client';

/** Whether anybody has ever asked for anything here. */
export const hasRequests = async (): Promise<boolean> =>
  (await db().rightsRequest.findFirst({ select: { id: true } })) !== null;

/** Controllers that somebody has asked for something here, by id. */
export const askedControllers = async (): Promise<string[]> =>
  (await db().rightsRequest.groupBy({ by: ['controllerId'], orderBy: { controllerId: 'asc' } })).map(
    ({ controllerId }) => controllerId,
  );
