import 'server-only';
import { HOLD_GROUNDS } from '@/lib/domain/law/keeping';
import { allRules } from '@/lib/domain/law/rights';
import { staffNames } from '@/lib/features/staff/data/staff';
import { seesController } from '@/lib/features/staff/ability';
import type { Staff } from '@/lib/features/staff/types/staff';
import { controllers } from '@/lib/platform/controllers/registry';
import { holdsOf } from './data';

/** Holds of the controllers that somebody sees, and what the form for another one offers. */
export async function loadHolds(staff: Staff, now: Date = new Date()) {
  const seen = [...controllers().values()].filter(({ definition }) => seesController(staff, definition.id));
  return {
    holds: await holdsOf(
      seen.map(({ definition }) => definition.id),
      now,
    ),
    staff: await staffNames(),
    controllers: seen.map(({ definition, dataMap }) => ({
      id: definition.id,
      name: definition.name,
      collections: dataMap.systems.flatMap(({ name, collections }) =>
        collections
          .filter(({ erasure }) => erasure?.kind !== 'shared')
          .map(({ id, title }) => ({ id, title: `${name.en}: ${title.en}` })),
      ),
    })),
    grounds: HOLD_GROUNDS.map((id) => ({ id, citation: allRules().find((rule) => rule.id === id)?.citation ?? id })),
  };
}

export type HoldsPage = Awaited<ReturnType<typeof loadHolds>>;
