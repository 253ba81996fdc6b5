import { db } from '@/lib/platform/db/client';

/** Whether anybody has ever asked for anything here. */
export const hasRequests = async (): Promise<boolean> => (await db().rightsRequest.findFirst({ select: { id: true } })) !== null;
