import { exportedLaw } from '@/lib/features/law/loaders';
import { requireStaff } from '@/lib/features/staff/loaders/session';

/** Every rule as JSON, for counsel to work on. */
export async function GET(): Promise<Response> {
  const staff = await requireStaff('oversee');
  const now = new Date();
  return new Response(`${JSON.stringify(await exportedLaw(staff, now), null, 1)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="rightsdesk-law-${now.toISOString().slice(0, 10)}.json"`,
      'cache-control': 'no-store',
    },
  });
}
