import { handIn, type HandInRefusal } from '@/lib/features/incoming-mail/actions/hand-in';

type Context = { params: Promise<{ controller: string }> };

const STATUS: Record<HandInRefusal, number> = { closed: 404, unauthorized: 401, noSuchController: 404, notAMail: 422 };

/**
 * One mail (message/rfc822) from a mail server's pipe or a script that reads a mailbox: a draft for the desk, or the report that one of our
 * mails came back. 201 for what waits now, 200 for what was known, came back or was answered by a machine.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const taken = await handIn((await params).controller, request);
  const headers = { 'cache-control': 'no-store' };
  if (taken.ok) return Response.json(taken.value, { status: taken.value.as === 'waiting' ? 201 : 200, headers });
  const challenge = taken.reason === 'unauthorized' && { 'www-authenticate': 'Bearer' };
  return Response.json(
    { problem: taken.reason },
    { status: STATUS[taken.reason], headers: { ...headers, ...challenge } },
  );
}
