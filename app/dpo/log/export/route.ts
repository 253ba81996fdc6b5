import { Readable } from 'node:stream';
import { countEvents, newestHead } from '@/lib/features/log/data/log';
import { exportedCsv, exportedJson, loadLogHealth } from '@/lib/features/log/loaders/log';
import { exportSchema, logFiltersSchema } from '@/lib/features/log/schema';
import { sealLog } from '@/lib/features/log/mutations/seal';
import { recordReading } from '@/lib/features/log/mutations/reading';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { dpoText as t } from '@/lib/platform/i18n/desk';

const TYPES = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;

/** The log, or what the filters leave of it, as a file. It is logged and sealed first, so that the export covers itself. */
export async function GET(request: Request): Promise<Response> {
  const staff = await requireStaff('oversee');
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const format = exportSchema.safeParse(asked);
  if (!format.success) return new Response(t('export.format'), { status: 400 });
  const filters = { ...logFiltersSchema.parse(asked), before: undefined, event: undefined };
  const set = Object.keys(filters).filter((name) => filters[name as keyof typeof filters] !== undefined);
  const now = new Date();
  const [events, head] = await Promise.all([countEvents(filters, staff.controllerIds), newestHead()]);
  await recordReading(
    staff.id,
    {},
    { kind: 'LogExported', data: { filters: set, events, treeSize: head?.size ?? 0 } },
    now,
  );
  await sealLog(now);
  if (format.data.format === 'json' && (await loadLogHealth(now)).state !== 'verified')
    return new Response(t('export.broken'), { status: 409 });
  const chunks =
    format.data.format === 'json'
      ? exportedJson(filters, staff.controllerIds, now)
      : exportedCsv(filters, staff.controllerIds);
  return new Response(Readable.toWeb(Readable.from(chunks)) as ReadableStream, {
    headers: {
      'content-type': TYPES[format.data.format],
      'content-disposition': `attachment; filename="rightsdesk-log-${now.toISOString().slice(0, 10)}.${format.data.format}"`,
      'cache-control': 'no-store',
    },
  });
}
