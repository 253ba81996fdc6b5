import { databaseAnswers } from '@/lib/platform/db/pulse';

/** For supervisors and load balancers: whether this process can do its work. Answers within two seconds, also when the database does not. */
export async function GET(): Promise<Response> {
  const connected = await databaseAnswers();
  const body = connected ? { status: 'ok', database: 'connected' } : { status: 'unavailable', database: 'unreachable' };
  return Response.json(body, { status: connected ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
