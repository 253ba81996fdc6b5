'use server';

import { redirect } from 'next/navigation';
import { handle } from '@/lib/features/cases/mutations/handle';
import { loadSearch } from '@/lib/features/search/loaders';
import { searchSchema } from '@/lib/features/search/schema';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';
import { assignManySchema } from './schema';

/**
 * Finds cases by what was typed. It comes as the body of a form and leaves ids in the address, and itself only sealed: addresses are
 * kept in histories and logs, names do not belong there. A reference names one case, so it leads straight to it.
 */
export async function searchAction(form: FormData): Promise<void> {
  const staff = await requireStaff('workCases');
  const parsed = searchSchema.safeParse(form.get('search'));
  if (!parsed.success) redirect('/desk');
  const { ids, by, sealedNote } = await loadSearch(staff, parsed.data);
  redirect(
    ids.length === 1 && by[0] === 'reference'
      ? `/desk/cases/${ids[0]}`
      : `/desk?found=${ids.join(',') || 'none'}&searched=${sealedNote}`,
  );
}

/** Gives the ticked cases to one person. Cases that somebody else took meanwhile, or that are theirs already, are left as they are. */
export async function assignManyAction(form: FormData): Promise<void> {
  const staff = await requireStaff('workCases');
  const back = form.get('back');
  const target = typeof back === 'string' && /^\/desk(\?[\w=&,.%:-]*)?$/.test(back) ? back : '/desk';
  const parsed = assignManySchema.safeParse({ cases: form.getAll('case'), staffId: form.get('staffId') });
  if (!parsed.success) redirect(target);
  let left = 0;
  for (const ticked of parsed.data.cases) {
    const [id = '', holder = 'nobody'] = ticked.split(':');
    const caseId = await authorizeCase(staff, id);
    const result = await handle(
      caseId,
      { type: 'AssignCase', staffId: parsed.data.staffId, insteadOf: holder === 'nobody' ? null : holder },
      { kind: 'staff', id: staff.id },
    );
    if (!result.ok && result.reason !== 'alreadyDone') left += 1;
  }
  redirect(left > 0 ? `${target}${target.includes('?') ? '&' : '?'}left=${left}` : target);
}
