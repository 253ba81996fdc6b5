import { type LocalDate, localDateOf } from '@/lib/domain/calendar/local-date';
import { needsMending } from '@/lib/domain/case/notices';
import {
  liftableFrom,
  liftingSuggested,
  liftsOf,
  restrictedBy,
  restrictionStanding,
} from '@/lib/domain/case/restriction';
import type { RestrictionStanding } from '@/lib/domain/case/restriction';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { Case, Effect, RightItem } from '@/lib/domain/case/types';
import { collectionsOf } from '@/lib/domain/datamap/build';
import type { LiftReason, RestrictedFor } from '@/lib/domain/law/restriction';
import type { CaseRow } from '@/lib/features/case-file/data/case';
import { controller } from '@/lib/platform/controllers/registry';

/** One system in which a restriction is lifted. */
export type LiftView = {
  readonly id: string;
  /** Null for what is no system of the data map. */
  readonly system: string | null;
  readonly state: Effect['state'];
  readonly byPerson: boolean;
  readonly failure: string | null;
};

/** What waits for somebody: it can be lifted, a system did not take it, a person has to lift it, the notice of it did not leave. */
export type RestrictionAttention = 'suggested' | 'failed' | 'person' | 'notTold';

/** A restriction as the desk reads it, in the case and in the registry. */
export type RestrictionView = {
  readonly rightItemId: string;
  readonly standing: RestrictionStanding;
  readonly since: LocalDate;
  readonly ground: RestrictedFor | null;
  /** Where, and which kinds of data the systems said that they restricted; none where a person saw to it. */
  readonly places: readonly { readonly system: string | null; readonly collections: readonly string[] }[];
  readonly lifting: {
    readonly why: LiftReason;
    readonly liftOn: LocalDate;
    readonly toldOn: LocalDate | null;
    readonly from: LocalDate | null;
    readonly begunOn: LocalDate | null;
    readonly liftedOn: LocalDate | null;
  } | null;
  readonly lifts: readonly LiftView[];
  readonly suggested: LiftReason | null;
  readonly attention: readonly RestrictionAttention[];
};

/** Null where nothing is restricted. Everything in it is what a row records. */
export function restrictionView(row: CaseRow, current: Case, rules: CaseRules): RestrictionView | null {
  const item = restrictedBy(current);
  const standing = restrictionStanding(current);
  if (!item?.carriedOut || standing === null) return null;
  const { dataMap, definition } = controller(row.controllerId);
  const systemOf = (id: string) => dataMap.systems.find((system) => system.id === id)?.name.en ?? null;
  const placeDay = (at: Date | null | undefined) => (at ? localDateOf(at.toISOString(), definition.timezone) : null);
  const titles = new Map(collectionsOf(dataMap).map(({ id, title }) => [id, title.en]));
  const written = current.effects.filter(({ step }) => step === 'restrict').flatMap(({ collections }) => collections);
  const [newest] = row.liftings;
  const lifting = standing === 'inForce' ? null : current.lifting;
  const lifts = liftsOf(current).map(({ id, systemId, state, byPerson }) => ({
    id,
    system: systemOf(systemId),
    state,
    byPerson,
    failure: row.effects.find((one) => one.id === id)?.failure ?? null,
  }));
  const suggested = liftingSuggested(current, rules);
  return {
    rightItemId: item.id,
    standing,
    since: item.carriedOut.on,
    ground: item.restrictedFor,
    places: item.carriedOut.systems.map((id) => ({
      system: systemOf(id),
      collections: written
        .filter(({ collectionId, found }) => found > 0 && collectionId.startsWith(`${id}.`))
        .map(({ collectionId }) => titles.get(collectionId) ?? collectionId),
    })),
    lifting: lifting && {
      why: lifting.why,
      liftOn: lifting.liftOn,
      toldOn: lifting.toldOn,
      from: liftableFrom(lifting),
      begunOn: placeDay(newest?.begunAt),
      liftedOn: placeDay(newest?.liftedAt),
    },
    lifts,
    suggested,
    attention: [
      ...(suggested ? (['suggested'] as const) : []),
      ...(lifts.some(({ state }) => state === 'failed') ? (['failed'] as const) : []),
      ...(lifts.some(({ state, byPerson }) => byPerson && state !== 'answered') ? (['person'] as const) : []),
      ...(lifting?.toldOn === null && current.notices.some((one) => one.id === newest?.noticeId && needsMending(one))
        ? (['notTold'] as const)
        : []),
    ],
  };
}

/** How a restriction stands to the person, with the day that belongs to it: a lifting that they were not told of yet is none to them. */
export function restrictionTold(
  item: RightItem,
  current: Case,
  rules: CaseRules,
): { readonly standing: RestrictionStanding; readonly on: LocalDate } | null {
  const standing = restrictedBy(current)?.id === item.id ? restrictionStanding(current) : null;
  if (standing === null || !item.carriedOut) return null;
  const from = current.lifting && liftableFrom(current.lifting);
  if (standing === 'inForce' || !current.lifting || !from) return { standing: 'inForce', on: item.carriedOut.on };
  const { liftedAt } = current.lifting;
  return { standing, on: standing === 'lifted' && liftedAt ? rules.today(liftedAt) : from };
}
