import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/features/staff/loaders/session';

type Context = { params: Promise<{ nextauth: string[] }> };

// Made per request: a build runs without the settings of the place it will run in.
const handler = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request as never, context as never, authOptions());

export { handler as GET, handler as POST };
