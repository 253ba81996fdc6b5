import type { LocalDate } from '../calendar/local-date';
import type { CatalogueEntry, RuleKind } from './catalogue';
import type { CounselState } from './confirmation';
import { isInForce } from './rights';
import type { RegimeId, Verified } from './types';

/** What a reader of the law wants to see of it; what is undefined leaves nothing out. */
export interface LawFilters {
  readonly regime?: RegimeId | undefined;
  readonly kind?: RuleKind | undefined;
  readonly tag?: Verified | undefined;
  /** `notConfirmed`: everything that counsel still has to look at, an earlier wording included. */
  readonly counsel?: CounselState | 'notConfirmed' | undefined;
  /** In force on this day. */
  readonly on?: LocalDate | undefined;
  /** Words, all of which stand in id, citation or text. */
  readonly q?: string | undefined;
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();

export function matches({ kind, rule }: CatalogueEntry, counsel: CounselState, filters: LawFilters): boolean {
  if (filters.regime && rule.regime !== filters.regime) return false;
  if (filters.kind && kind !== filters.kind) return false;
  if (filters.tag && rule.verified !== filters.tag) return false;
  if (filters.counsel && (filters.counsel === 'notConfirmed' ? counsel === 'confirmed' : counsel !== filters.counsel))
    return false;
  if (filters.on && !isInForce(rule, filters.on)) return false;
  const said = plain(`${rule.id} ${rule.citation} ${rule.text}`);
  return plain(filters.q ?? '')
    .split(/\s+/)
    .every((word) => said.includes(word));
}
