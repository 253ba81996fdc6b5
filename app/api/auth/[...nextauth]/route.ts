import type { NextRequest } from 'next/server';
import { throughDoor } from '@/lib/features/staff/loaders/door';

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = async (request: NextRequest, { params }: Context): Promise<Response> =>
  throughDoor(request, (await params).nextauth);

export { handler as GET, handler as POST };
