import { describePlace } from '@/lib/domain/wording';
import { BASES } from '@/lib/domain/datamap/basis';
import { authorityFor } from '@/lib/domain/law/authorities';
import type { CatalogueEntry } from '@/lib/domain/law/catalogue';
import { basisActOf } from '@/lib/domain/law/rights';
import type {
  ChildRule,
  ClockRule,
  Exemption,
  ExtensionRule,
  Ground,
  OpenTo,
  PauseRule,
  Period,
  Remedy,
  Requirement,
  RightId,
  RightRule,
  TellingRule,
  Unverified,
} from '@/lib/domain/law/types';
import { plainDate } from '@/lib/platform/i18n/dates';
import { deskText, dpoText as t } from '@/lib/platform/i18n/desk';
import { translator } from '@/lib/platform/i18n/translator';
import { Bullets, Fact, Facts } from '@/lib/ui/lists';

const law = translator('en', 'law');
const map = translator('en', 'map');

type Fact = readonly [label: string, says: React.ReactNode];

const cited = (text: string, citation: string): string => `${text} (${citation})`;
const rightsOf = (rights: readonly RightId[]): string => rights.map((right) => law(`right.${right}.plain`)).join(', ');
const period = ({ length, unit }: Period): string => t(`law.value.period.${unit}`, { length });
const placeName = (place: string): string =>
  place.includes('-') ? `${describePlace(place, law)} (${place})` : describePlace(place, law);
const list = (lines: readonly string[]): React.ReactNode => (
  <Bullets>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </Bullets>
);
const dated = ({ inForceFrom, inForceTo }: Requirement): string =>
  [
    ...(inForceFrom ? [t('law.value.since', { day: plainDate(inForceFrom, 'en') })] : []),
    ...(inForceTo ? [t('law.value.until', { day: plainDate(inForceTo, 'en') })] : []),
  ]
    .map((part) => `, ${part}`)
    .join('');
const required = (requirements: readonly Requirement[]): React.ReactNode =>
  list(requirements.map((one) => cited(one.text, `${one.citation}${dated(one)}`)));

const pauseSays = ({
  cause,
  effect,
  bothDaysOut,
  rights,
  statutory,
  anyQuantity,
  reflectionDays,
  citation,
}: PauseRule): string =>
  [
    cited(
      t('law.value.pause', { cause, effect, bothDaysOut: String(bothDaysOut), rights: rightsOf(rights) }),
      citation,
    ),
    t('law.value.pauseIs', { statutory: String(statutory) }),
    ...(anyQuantity && cause === 'clarification' ? [t('law.value.pauseAnyQuantity')] : []),
    ...(reflectionDays === null ? [] : [t('law.value.pauseReflection', { days: reflectionDays })]),
  ].join('; ');

const extensionSays = ({ total, withoutReasons, citation }: ExtensionRule): string =>
  `${cited(total ? t('law.value.extendedTo', { total: period(total) }) : t('law.value.extendedOpen'), citation)}; ${t('law.value.extensionReasons', { owed: String(!withoutReasons) })}`;

function clockFacts(clock: ClockRule): Fact[] {
  const { pauses, extension, earliest, holidays } = clock;
  return [
    [t('law.value.clock'), law(`clock.${clock.kind}`)],
    [t('law.value.rights'), rightsOf(clock.rights)],
    [t('law.value.channel'), t(`law.value.channels.${clock.channel ?? 'any'}`)],
    [t('law.value.length'), period(clock.period)],
    [t('law.value.counting'), clock.counting],
    [
      t('law.value.holidays'),
      holidays
        ? t('law.value.holidaysOf', { within: holidays.within, otherwise: holidays.otherwise })
        : t('law.value.holidaysOwn'),
    ],
    [t('law.value.rolling'), clock.roll ? cited(t('law.value.rolls'), clock.roll) : t('law.value.rollsNot')],
    [t('law.value.pauses'), pauses.length === 0 ? t('law.value.pausesNot') : list(pauses.map(pauseSays))],
    [t('law.value.extension'), extension ? extensionSays(extension) : t('law.value.extensionNot')],
    ...(earliest
      ? [[t('law.value.earliest'), cited(t(`law.value.earlier.${earliest.by}`), earliest.citation)] as const]
      : []),
  ];
}

function rightFacts(rule: RightRule): Fact[] {
  const { frequency, showProcessedFrom, tell, openTo, lookback } = rule;
  return [
    [t('law.value.right'), `${law(`right.${rule.right}.plain`)} (${law(`right.${rule.right}.term`)})`],
    [t('law.value.whose'), openTo ? whose(openTo) : t('law.value.whoseAll')],
    ...(lookback
      ? [
          [
            t('law.value.reachesBack'),
            cited(
              t('law.value.lookback', { months: lookback.months, day: plainDate(lookback.earliestOn, 'en') }),
              lookback.citation,
            ),
          ] as const,
        ]
      : []),
    [t('law.value.outcomes'), rule.outcomes.map((outcome) => law(`outcome.${outcome}`)).join(', ')],
    [t('law.value.effect'), t(`law.value.effects.${rule.effect}`)],
    [t('law.value.identity'), t(`law.value.identities.${rule.identity}`)],
    [t('law.value.fee'), t(`law.value.fees.${rule.fee}`)],
    [
      t('law.value.frequency'),
      frequency ? (
        <>
          {t(`law.value.per.${frequency.per}`, { times: frequency.times })} (<RuleLink id={frequency.ground} />)
        </>
      ) : (
        t('law.value.frequencyNot')
      ),
    ],
    ...(rule.checks.length > 0 ? [[t('law.value.checks'), required(rule.checks)] as const] : []),
    ...(rule.answerContains.length > 0 ? [[t('law.value.answer'), required(rule.answerContains)] as const] : []),
    ...refusalFacts(rule),
    ...(rule.unverified
      ? [[t('law.value.unverified'), cited(unverifiedSays(rule.unverified), rule.unverified.citation)] as const]
      : []),
    [
      t('law.value.tell'),
      tell.length > 0 ? tell.map((whom) => t(`law.value.told.${whom}`)).join(', ') : t('law.value.tellNobody'),
    ],
    ...(showProcessedFrom
      ? [[t('law.value.processed'), t('law.value.processedFrom', { day: plainDate(showProcessedFrom, 'en') })] as const]
      : []),
  ];
}

const unverifiedSays = ({ treatedAs, policy }: Unverified): string =>
  [
    ...(treatedAs ? [t('law.value.treatedAs', { right: law(`right.${treatedAs}.plain`) })] : []),
    ...(policy ? [t('law.value.policyNamed')] : []),
  ].join('; ');

function whose({ relations, people, establishments }: OpenTo): string {
  const ages = (bands: readonly string[] | null): string =>
    bands?.map((band) => t(`law.value.ageBands.${band}`)).join(', ') ?? 'all';
  return [
    ...(relations ? [relations.map((relation) => deskText(`person.relationTo.${relation}`)).join(', ')] : []),
    ...(people
      ? [
          people
            .map(({ capacity, ageBands }) =>
              t('law.value.ages', { capacity: t('law.value.capacity', { capacity }), ages: ages(ageBands) }),
            )
            .join(', '),
        ]
      : []),
    ...(establishments ? [t('law.value.ofCompaniesIn', { places: establishments.map(placeName).join(', ') })] : []),
  ].join('; ');
}

function refusalFacts(rule: RightRule): Fact[] {
  if (!rule.refusable) return [[t('law.value.grounds'), t('law.value.absolute')]];
  return [
    [
      t('law.value.grounds'),
      rule.grounds.length === 0
        ? t('law.value.groundsNone')
        : rule.grounds.map((id, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <RuleLink id={id} />
            </span>
          )),
    ],
    ...(rule.refusalContains.length > 0 ? [[t('law.value.refusal'), required(rule.refusalContains)] as const] : []),
  ];
}

/** What a ground and an exemption have in common. */
const reasonFacts = (rule: Ground | Exemption): Fact[] => [
  [t('law.value.rights'), rightsOf(rule.rights)],
  [t('law.value.show'), list(rule.mustShow)],
  [t('law.value.second'), t(`law.value.secondPerson.${rule.secondPerson ? 'yes' : 'no'}`)],
  [t('law.value.words'), law(rule.label)],
];

const countries = (places: readonly string[] | null): Fact[] =>
  places ? [[t('law.value.of'), t('law.value.ofCompaniesIn', { places: places.map(placeName).join(', ') })]] : [];

const groundFacts = (rule: Ground): Fact[] => [
  [t('law.value.reach'), t(`law.value.reaches.${rule.reach}`)],
  ...countries(rule.establishments),
  ...(rule.identification ? [[t('law.value.identification'), law('outcome.notIdentifiable')] as const] : []),
  ...reasonFacts(rule),
];

const remedyFacts = (rule: Remedy): Fact[] => [
  [
    t('law.value.to'),
    t(`law.value.tos.${rule.to}`, { name: (rule.authority && authorityFor(rule.authority)?.englishName) ?? '' }),
  ],
  [t('law.value.when'), t(`law.value.whens.${rule.when}`)],
  ...(rule.country ? [[t('law.value.place'), placeName(rule.country)] as const] : []),
  ...(rule.replaces ? [[t('law.value.insteadOf'), <RuleLink key="replaces" id={rule.replaces} />] as const] : []),
];

const childFacts = ({ place, age }: ChildRule): Fact[] => [
  [t('law.value.place'), place === null ? t('law.value.placeAny') : placeName(place)],
  [t('law.value.age'), age === null ? t('law.value.ageNone') : t('law.value.ageFrom', { age })],
];

const tellingFacts = ({ right, purposes, regime }: TellingRule): Fact[] => [
  [t('law.value.right'), `${law(`right.${right}.plain`)} (${law(`right.${right}.term`)})`],
  [
    t('law.value.toldFor'),
    purposes === 'directMarketing'
      ? t('law.value.toldForMarketing')
      : list(
          purposes.bases.map((basis) =>
            cited(map(`basis.${basis}`), `${BASES[basis].article} ${basisActOf([regime]) ?? ''}`),
          ),
        ),
  ],
];

/** Another rule, wherever it stands: under filters it may not be on this page. */
export function RuleLink({ id }: { id: string }) {
  return (
    <a className="font-mono text-[0.92em] wrap-anywhere" href={`/dpo/law#${id}`}>
      {id}
    </a>
  );
}

function factsOf(entry: CatalogueEntry): Fact[] {
  switch (entry.kind) {
    case 'right':
      return rightFacts(entry.rule);
    case 'clock':
      return clockFacts(entry.rule);
    case 'ground':
      return groundFacts(entry.rule);
    case 'exemption':
      return reasonFacts(entry.rule);
    case 'remedy':
      return remedyFacts(entry.rule);
    case 'child':
      return childFacts(entry.rule);
    case 'record':
      return [[t('law.value.kept'), t('law.value.keptDays', { days: entry.rule.days })]];
    case 'telling':
      return tellingFacts(entry.rule);
    case 'means':
      return [[t('law.value.place'), placeName(entry.rule.country)]];
  }
}

/** What a rule says beyond its text: the values the product acts by. */
export function RuleFacts({ entry }: { entry: CatalogueEntry }) {
  return (
    <Facts look="long">
      {factsOf(entry).map(([label, says]) => (
        <Fact key={label} label={label}>
          {says}
        </Fact>
      ))}
    </Facts>
  );
}
