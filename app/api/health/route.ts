import { databaseReachable } from '@/lib/platform/db/reachable';

/** For supervisors and load balancers: whether this process can do its work. */
export async function GET(): Promise<Response> {
  const connected = await databaseReachable();
  const body = connected ? { status: 'ok', database: 'connected' } : { status: 'unavailable', database: 'unreachable' };
  return Response.json(body, { status: connected ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
