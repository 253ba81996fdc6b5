import { byLocale } from '../locale';
import { PORTAL, type PortalFacts } from '../datamap/portal';
import { sourceOf } from '../datamap/source';
import type { Collection, DataMap, DataSystem, Field, LocalText } from '../datamap/types';
import { MAP_WORDS } from '../datamap/words.generated';

// No id that an operator writes begins so.
const OWN = ':portal';

type Word = keyof (typeof MAP_WORDS)['en'];
type Said = Word extends infer W ? (W extends `portal.${infer Rest}` ? Rest : never) : never;

const say = (key: Said): LocalText => byLocale((locale) => MAP_WORDS[locale][`portal.${key}`]);

/** The words of a closed list, by code. */
const valuesOf = (list: 'channel' | 'forWhom' | 'closedHow' | 'direction' | 'kind' | 'step' | 'method') =>
  Object.fromEntries(
    (Object.keys(MAP_WORDS.en) as Word[])
      .filter((word): word is `portal.${Said}` => word.startsWith(`portal.${list}.`))
      .map((word) => [word.slice(`portal.${list}.`.length), byLocale((locale) => MAP_WORDS[locale][word])]),
  );

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

/** What rights, answers and languages are called, which this portal asks of its texts. */
export type LawWords = {
  readonly right: Readonly<Record<string, LocalText>>;
  readonly outcome: Readonly<Record<string, LocalText>>;
  readonly language: Readonly<Record<string, LocalText>>;
};

type FieldKey = Extract<Said, `field.${string}`> extends `field.${infer Key}` ? Key : never;

const field = (name: FieldKey, change: Partial<Field> = {}): Field => ({
  ...PLAIN,
  name,
  title: say(`field.${name}`),
  ...change,
});

// Where one person asks for another, what is written is about both: somebody has to look at it before one of them gets it.
const ofTwo = (name: FieldKey): Field =>
  field(name, {
    otherPerson: { rule: 'decide', label: say('other'), ground: 'othersRights', unless: null, toldBy: null },
  });

const ofRequest = field('reference', {
  references: [{ collectionId: `${PORTAL}.requests`, place: { column: 'reference', path: [] }, direction: 'from' }],
});

const fieldsOf = ({ right, outcome, language }: LawWords) => ({
  requests: [
    field('reference', { primaryKey: true }),
    field('receivedAt'),
    field('channel', { values: valuesOf('channel') }),
    field('language', { values: language }),
    field('residence'),
    field('forWhom', { values: valuesOf('forWhom') }),
    field('name'),
    field('email', { identity: 'email', match: 'email' }),
    field('identifiers'),
    field('details'),
    field('answers'),
    ofTwo('otherPerson'),
    ofTwo('answersOfTwo'),
    field('closedAt'),
    field('closedHow', { values: valuesOf('closedHow') }),
  ],
  rights: [
    ofRequest,
    field('law'),
    field('right', { values: right }),
    field('outcome', { values: outcome }),
    field('approvedAt'),
    field('carriedOutOn'),
  ],
  correspondence: [
    ofRequest,
    field('at'),
    field('direction', { values: valuesOf('direction') }),
    field('kind', { values: valuesOf('kind') }),
    field('subject'),
    field('text'),
    ofTwo('textOfTwo'),
    field('files'),
  ],
  steps: [
    ofRequest,
    field('at'),
    field('step', { values: valuesOf('step') }),
    field('result', { values: valuesOf('method') }),
  ],
});

/** The kinds of records that this portal has of a person. */
export type PortalKind = keyof ReturnType<typeof fieldsOf>;

export const PORTAL_KINDS = ['requests', 'rights', 'correspondence', 'steps'] as const satisfies readonly PortalKind[];

const collectionOf = (kind: PortalKind, fields: readonly Field[], facts: PortalFacts): Collection => ({
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

const portalSystem = (words: LawWords, facts: PortalFacts): DataSystem => {
  const fields = fieldsOf(words);
  return {
    id: PORTAL,
    name: say('name'),
    description: say('description'),
    connector: PORTAL,
    urlName: '',
    writeUrlName: null,
    timeoutSeconds: 0,
    access: null,
    owner: null,
    backups: null,
    leftOut: [],
    collections: PORTAL_KINDS.map((kind) => collectionOf(kind, fields[kind], facts)),
  };
};

/**
 * Everything that is held of a person: the data map, and behind it what this portal itself has because they asked. It is searched, copied and
 * told like the rest; what is erased, corrected or restricted in systems is in the data map alone, for a case is kept for its own time to show
 * how it was handled: Art. 5(2), 17(3)(b) and (e) GDPR.
 */
export function withPortal(dataMap: DataMap, words: LawWords, facts: PortalFacts): DataMap {
  const days = String(facts.caseDays);
  const retention = byLocale((locale) => MAP_WORDS[locale]['portal.retention'].replace('{days}', days));
  return {
    ...dataMap,
    systems: [...dataMap.systems, portalSystem(words, facts)],
    categories: { ...dataMap.categories, [OWN]: { id: OWN, title: say('category') } },
    purposes: {
      ...dataMap.purposes,
      [OWN]: {
        id: OWN,
        title: say('purpose'),
        basis: 'legalObligation',
        interest: null,
        directMarketing: false,
        endedBy: [],
        stopped: [],
      },
    },
    retentions: {
      ...dataMap.retentions,
      [OWN]: { id: OWN, title: retention, period: `P${days}D`, countedFrom: null },
    },
  };
}
