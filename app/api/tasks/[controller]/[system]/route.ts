import { type CallBackRefusal, takeCallBack } from '@/lib/features/call-backs/actions/take-call-back';

type Context = { params: Promise<{ controller: string; system: string }> };

const STATUS: Record<CallBackRefusal, number> = {
  closed: 404,
  unsigned: 401,
  outOfTime: 401,
  ownTask: 401,
  tooLarge: 413,
  notACall: 422,
  noSuchTask: 404,
};

/** A system says, by its signature, that it has done a task that it had taken: it is asked again at once. 200, also where the call came before. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { controller, system } = await params;
  const taken = await takeCallBack(controller, system, request);
  const headers = { 'cache-control': 'no-store' };
  if (taken.ok) return Response.json(taken.value, { headers });
  return Response.json({ problem: taken.reason }, { status: STATUS[taken.reason], headers });
}
