import 'server-only';
import type { Staff } from '@/lib/features/staff/types/staff';
import { leftForAnswer } from '@/lib/platform/answer-note';
import { askedFor, askedPath } from '@/lib/platform/asked-path';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { keptWords } from '@/lib/features/staff/data/kept-words';
import type { Returned } from '@/lib/features/staff/types/kept-words';

/** What comes back to its writer on this page: a form that was not taken, or one whose session had ended. */
export async function loadReturned(staff: Staff): Promise<Returned | null> {
  const refused = await leftForAnswer();
  if (refused) return { ...refused, refused: true };
  const id = await askedFor('kept');
  const kept = id === null ? null : await keptWords(id, staff.id);
  if (!kept || id === null || kept.path.split('?')[0] !== (await askedPath())) return null;
  return { mark: id, said: t('kept.lead'), fields: kept.fields, refused: false };
}
