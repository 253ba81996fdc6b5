import { CALL_BACK_STATUS, takeCallBack } from '@/lib/features/call-backs/actions/take-call-back';

type Context = { params: Promise<{ controller: string; system: string }> };

/** A system says, by its signature, that it has done a task that it had taken: it is asked again at once. 200, also where the call came before. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { controller, system } = await params;
  const taken = await takeCallBack(controller, system, request);
  const headers = { 'cache-control': 'no-store' };
  if (taken.ok) return Response.json(taken.value, { headers });
  return Response.json({ problem: taken.reason }, { status: CALL_BACK_STATUS[taken.reason], headers });
}
