import type { LocalDate } from '../calendar/local-date';
import { LAW } from './law';
import { inForce } from './rights';
import type { Law, RegimeId, RightId } from './types';

/**
 * By what alone a right that was granted is done. `copy`: the sealed copy of the data. `answer`: the words of the answer. `stop`: the record
 * that the use has ended. `erasing`: the search after it, which found nothing but what stays, and a person's record for systems in which no
 * connector erases. `desk`: the record of a person that says what was done, where and when; the product does not do it itself.
 */
export type DoneBy = 'copy' | 'answer' | 'stop' | 'erasing' | 'desk';

/** What a right asks of us: whether a copy is handed over, and by what it is done. Taking data elsewhere is more than having a copy (Art. 20(2) GDPR). */
export type RightDoing = {
  readonly copy: boolean;
  readonly doneBy: DoneBy;
  /** What it is answered with as a document, where the data map states enough; else the words of the desk say it all. */
  readonly statement?: 'marketing' | 'categories';
  /** Whoever did it is named to the person: a look by somebody who decides anew is one by somebody (Art. 22(3) GDPR). */
  readonly byName?: true;
};

const COPY: RightDoing = { copy: true, doneBy: 'copy' };
const ANSWER: RightDoing = { copy: false, doneBy: 'answer' };
const STOP: RightDoing = { copy: false, doneBy: 'stop' };
const ERASURE: RightDoing = { copy: false, doneBy: 'erasing' };
const DESK: RightDoing = { copy: false, doneBy: 'desk' };

export const RIGHT_DOING: Readonly<Record<RightId, RightDoing>> = {
  access: COPY,
  know_specific: COPY,
  deceased_access: COPY,
  portability: { copy: true, doneBy: 'desk' },
  know_categories: { ...ANSWER, statement: 'categories' },
  access_admt: ANSWER,
  shine_the_light: { ...ANSWER, statement: 'marketing' },
  withdraw_consent: STOP,
  objection_marketing: STOP,
  opt_out_sale_sharing: STOP,
  limit_sensitive: STOP,
  opt_out_admt: STOP,
  rectification: DESK,
  erasure: ERASURE,
  restriction: DESK,
  objection: DESK,
  automated_decision: { ...DESK, byName: true },
  appeal_admt: { ...DESK, byName: true },
  delete: ERASURE,
  correct: DESK,
  opt_in_sale_sharing: DESK,
  delete_drop: ERASURE,
};

/** By what article a person whom these laws protect may take their data elsewhere; null where none of them gives that. */
export const portabilityArticle = (regimes: readonly RegimeId[], on: LocalDate, law: Law = LAW): string | null =>
  regimes
    .flatMap((id) => inForce(law.find((regime) => regime.id === id)?.rights ?? [], on))
    .find(({ right }) => RIGHT_DOING[right].copy && RIGHT_DOING[right].doneBy !== 'copy')?.citation ?? null;
