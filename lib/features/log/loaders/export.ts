import 'server-only';
import { countEvents, newestHead } from '@/lib/features/log/data/log';
import { recordReading } from '@/lib/features/log/mutations/reading';
import { sealLog } from '@/lib/features/log/mutations/seal';
import type { LogFilters } from '@/lib/features/log/schema';
import type { LogReader } from '@/lib/features/log/types';
import { exportedCsv, exportedJson, loadLogHealth } from './log';

/**
 * The log, or what the filters leave of it, as a file. It is logged and sealed first, so that the export covers itself.
 * @returns null where proofs are asked of a log that does not match its checkpoint
 */
export async function loadExport(
  { id, controllerIds }: LogReader,
  filters: LogFilters,
  format: 'json' | 'csv',
  now: Date,
): Promise<AsyncGenerator<string> | null> {
  const set = Object.keys(filters).filter((name) => filters[name as keyof LogFilters] !== undefined);
  const [events, head] = await Promise.all([countEvents(filters, controllerIds), newestHead()]);
  await recordReading(id, {}, { kind: 'LogExported', data: { filters: set, events, treeSize: head?.size ?? 0 } }, now);
  await sealLog(now);
  if (format === 'csv') return exportedCsv(filters, controllerIds);
  return (await loadLogHealth(now)).state === 'verified' ? exportedJson(filters, controllerIds, now) : null;
}
