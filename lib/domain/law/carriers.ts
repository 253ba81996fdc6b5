import type { MapFact } from '../datamap/types';
import type { RightId } from './types';

/**
 * What in an answer carries a requirement without anybody writing it. `outcome`, `grounds`, `facts`: the page and the mail show what was decided.
 * `copy`: the sealed copy has it. `stop`: the page shows since when the use has ended. `statement`: the document
 * made from the data map. `authority`, `court`, `controller`: the page and the
 * copy name whom to turn to. `desk`: nothing but the words of the desk, who confirm that it is in them.
 */
export type Carrier =
  'outcome' | 'grounds' | 'facts' | 'copy' | 'stop' | 'statement' | 'authority' | 'court' | 'controller' | 'desk';

const COPY_OF_ACCESS = [
  'confirmation',
  'copy',
  'purposes',
  'categories',
  'recipients',
  'period',
  'rights',
  'source',
  'automated',
  'transfers',
  'information',
];
const COPY_OF_KNOWING = ['collected', 'sources', 'purposes', 'pieces'];

const by = (carrier: Carrier, ids: readonly string[]): Readonly<Record<string, Carrier>> =>
  Object.fromEntries(ids.map((id) => [id, carrier]));

/** The same in the refusal of every right. That a part is refused, and which, is for the desk to write. */
const EVERYWHERE: Readonly<Record<string, Carrier>> = {
  ground: 'grounds',
  facts: 'facts',
  reasons: 'grounds',
  basis: 'facts',
  authority: 'authority',
  commissioner: 'authority',
  court: 'court',
  complaintToController: 'controller',
  appeal: 'controller',
};

const OF_RIGHT: Partial<Record<RightId, Readonly<Record<string, Carrier>>>> = {
  access: by('copy', COPY_OF_ACCESS),
  know_specific: by('copy', COPY_OF_KNOWING),
  deceased_access: { copy: 'copy' },
  know_categories: by('statement', ['collected', 'sources', 'purposes', 'sold', 'disclosed']),
  shine_the_light: by('statement', ['categories', 'thirdParties']),
  portability: { file: 'copy' },
  objection_marketing: { stopped: 'stop' },
  withdraw_consent: { stopped: 'stop' },
  opt_out_sale_sharing: { confirmed: 'stop' },
  limit_sensitive: { confirmed: 'stop' },
  opt_out_admt: { confirmed: 'stop' },
};

/** By what a requirement of this right is carried; what nobody linked is for the desk to confirm. */
export const carrierOf = (right: RightId, contentId: string): Carrier =>
  OF_RIGHT[right]?.[contentId] ?? EVERYWHERE[contentId] ?? 'desk';

/** What of the data map a copy must state for it to carry a requirement; Art. 25(2) FADP asks for most of them at once. */
const STATED_BY_MAP: Partial<Record<RightId, Readonly<Record<string, readonly MapFact[]>>>> = {
  access: {
    purposes: ['purposes'],
    categories: ['categories'],
    recipients: ['recipients'],
    period: ['period'],
    source: ['source'],
    automated: ['automated'],
    transfers: ['transfers'],
    information: ['purposes', 'period', 'source', 'automated', 'recipients', 'transfers'],
  },
  know_specific: { collected: ['categories'], sources: ['source'], purposes: ['purposes'] },
};

/** What of the data map the copy rests on in carrying a requirement of this right; nothing for what it carries whatever the map says. */
export const restsOn = (right: RightId, contentId: string): readonly MapFact[] =>
  STATED_BY_MAP[right]?.[contentId] ?? [];
