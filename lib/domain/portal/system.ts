import { PORTAL, type PortalFacts } from '../datamap/portal';
import { sourceOf } from '../datamap/source';
import type { Collection, DataMap, DataSystem, Field, LocalText } from '../datamap/types';

// No id that an operator writes begins so.
const OWN = ':portal';

const PLAIN: Omit<Field, 'name' | 'title'> = {
  description: null,
  dataCategories: [],
  identity: null,
  match: 'text',
  factId: null,
  primaryKey: false,
  references: [],
  inside: [],
  cast: null,
  otherPerson: null,
  presenceOnly: null,
  unit: null,
  values: {},
  technical: false,
  secrets: [],
};

/** The words of this system, in every language. `codes`: those of a closed list of it, by code. */
export type PortalWords = {
  readonly say: (key: string, values?: Record<string, string>) => LocalText;
  readonly codes: (list: CodeList) => Readonly<Record<string, LocalText>>;
};

/** The closed lists whose codes stand in the records. */
export type CodeList =
  | 'channel'
  | 'forWhom'
  | 'closedHow'
  | 'direction'
  | 'kind'
  | 'step'
  | 'method'
  | 'right'
  | 'outcome'
  | 'language'
  | 'residence';

function fieldsOf({ say, codes }: PortalWords) {
  const field = (name: string, change: Partial<Field> = {}): Field => ({
    ...PLAIN,
    name,
    title: say(`field.${name}`),
    ...change,
  });
  const coded = (name: string, list: CodeList): Field => field(name, { values: codes(list) });
  // Where one person asks for another, what is written is about both: somebody has to look at it before one of them gets it.
  const ofTwo = (name: string): Field =>
    field(name, {
      otherPerson: { rule: 'decide', label: say('other'), ground: 'othersRights', unless: null, toldBy: null },
    });
  const place = { column: 'reference', path: [] };
  const ofRequest = field('reference', {
    references: [{ collectionId: `${PORTAL}.requests`, place, direction: 'from' }],
  });
  return {
    requests: [
      field('reference', { primaryKey: true }),
      field('receivedAt'),
      coded('channel', 'channel'),
      coded('language', 'language'),
      coded('residence', 'residence'),
      coded('forWhom', 'forWhom'),
      field('name'),
      field('email', { identity: 'email', match: 'email' }),
      field('identifiers'),
      field('details'),
      field('answers'),
      ofTwo('otherPerson'),
      ofTwo('answersOfTwo'),
      field('closedAt'),
      coded('closedHow', 'closedHow'),
    ],
    rights: [
      ofRequest,
      field('law'),
      coded('right', 'right'),
      coded('outcome', 'outcome'),
      field('approvedAt'),
      field('carriedOutOn'),
    ],
    correspondence: [
      ofRequest,
      field('at'),
      coded('direction', 'direction'),
      coded('kind', 'kind'),
      field('subject'),
      field('text'),
      ofTwo('textOfTwo'),
      field('files'),
    ],
    steps: [ofRequest, field('at'), coded('step', 'step'), coded('result', 'method')],
  };
}

/** The kinds of records that this portal has of a person. */
export type PortalKind = keyof ReturnType<typeof fieldsOf>;

export const PORTAL_KINDS = ['requests', 'rights', 'correspondence', 'steps'] as const satisfies readonly PortalKind[];

const collectionOf = (
  kind: PortalKind,
  fields: readonly Field[],
  { say }: PortalWords,
  facts: PortalFacts,
): Collection => ({
  id: `${PORTAL}.${kind}`,
  systemId: PORTAL,
  schema: null,
  name: kind,
  title: say(`${kind}.title`),
  description: say(`${kind}.description`),
  categoryId: OWN,
  account: false,
  fields,
  access: null,
  references: [],
  purposeIds: [OWN],
  recipientIds: facts.recipientIds,
  retentionId: OWN,
  transferIds: facts.transferIds,
  source: kind === 'requests' ? sourceOf('subject', []) : { kind: 'derived', text: say('source') },
  automated: true,
  automatedDecision: 'none',
  publicToOthers: null,
  erasure: null,
  restriction: null,
  statementField: null,
  portableAs: null,
  leftOut: [],
});

const portalSystem = (words: PortalWords, facts: PortalFacts): DataSystem => {
  const fields = fieldsOf(words);
  return {
    id: PORTAL,
    name: words.say('name'),
    description: words.say('description'),
    connector: PORTAL,
    urlName: '',
    writeUrlName: null,
    timeoutSeconds: 0,
    access: null,
    owner: null,
    backups: null,
    leftOut: [],
    collections: PORTAL_KINDS.map((kind) => collectionOf(kind, fields[kind], words, facts)),
  };
};

/**
 * Everything that is held of a person: the data map, and behind it what this portal itself has because they asked. It is searched, copied and
 * told like the rest; what is erased, corrected or restricted in systems is in the data map alone, for a case is kept for its own time to show
 * how it was handled: Art. 5(2), 17(3)(e) GDPR.
 * @param caseDays for which a case is kept after it is closed
 */
export function withPortal(dataMap: DataMap, words: PortalWords, facts: PortalFacts, caseDays: number): DataMap {
  const days = String(caseDays);
  return {
    ...dataMap,
    systems: [...dataMap.systems, portalSystem(words, facts)],
    categories: { ...dataMap.categories, [OWN]: { id: OWN, title: words.say('category') } },
    purposes: {
      ...dataMap.purposes,
      [OWN]: {
        id: OWN,
        title: words.say('purpose'),
        basis: 'legalObligation',
        interest: null,
        directMarketing: false,
        endedBy: [],
        stopped: [],
      },
    },
    retentions: {
      ...dataMap.retentions,
      [OWN]: { id: OWN, title: words.say('retention', { days }), period: `P${days}D`, countedFrom: null },
    },
  };
}
