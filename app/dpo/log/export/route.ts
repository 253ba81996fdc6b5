import { Readable } from 'node:stream';
import { loadExport } from '@/lib/features/log/loaders/export';
import { exportSchema, logFiltersSchema } from '@/lib/features/log/schema';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { dpoText as t } from '@/lib/platform/i18n/desk';

const TYPES = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;

export async function GET(request: Request): Promise<Response> {
  const staff = await requireStaff('oversee');
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const format = exportSchema.safeParse(asked);
  if (!format.success) return new Response(t('export.format'), { status: 400 });
  const filters = { ...logFiltersSchema.parse(asked), before: undefined, event: undefined };
  const now = new Date();
  const chunks = await loadExport(staff, filters, format.data.format, now);
  if (!chunks) return new Response(t('export.broken'), { status: 409 });
  return new Response(Readable.toWeb(Readable.from(chunks)) as ReadableStream, {
    headers: {
      'content-type': TYPES[format.data.format],
      'content-disposition': `attachment; filename="rightsdesk-log-${now.toISOString().slice(0, 10)}.${format.data.format}"`,
      'cache-control': 'no-store',
    },
  });
}
