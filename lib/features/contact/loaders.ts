import 'server-only';
import type { Locale } from '@/lib/domain/locale';
import { loadStatus } from '@/lib/features/requester/loaders';
import { contactChangeOf } from './data';

/** The address that somebody is written to, and the change of it that is under way. */
export async function loadContact(controllerId: string, locale: Locale) {
  const { status } = await loadStatus(controllerId, locale);
  return { status, change: await contactChangeOf(status.caseId) };
}
