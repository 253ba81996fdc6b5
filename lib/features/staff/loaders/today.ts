import 'server-only';
import { type LocalDate, localDateOf } from '@/lib/domain/calendar/local-date';
import { seesController } from '@/lib/features/staff/ability';
import type { Staff } from '@/lib/features/staff/types/staff';
import { controllers } from '@/lib/platform/controllers/registry';

/** The day it is for the people who work here: that of the first controller they see. */
export const todayOf = (staff: Staff, now: Date): LocalDate => {
  const own = [...controllers().values()].find(({ definition }) => seesController(staff, definition.id));
  return localDateOf(now.toISOString(), own?.definition.timezone ?? 'UTC');
};
