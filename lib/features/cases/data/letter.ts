import { type Notice, noticeSays } from '@/emails/notice';
import { sameWish, standingOf, waitsForCopy } from '@/lib/domain/case/carry-out';
import { clocksOf, lastDayOf } from '@/lib/domain/case/due';
import { isGrantedCopy } from '@/lib/domain/case/progress';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { Case, RightItem, WithheldSum } from '@/lib/domain/case/types';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { describeRemedies, remediesFor } from '@/lib/domain/law/remedies';
import { allRules, isGranting, isRefusing, requirementsOn } from '@/lib/domain/law/rights';
import type { Exemption, Ground, Outcome, Requirement } from '@/lib/domain/law/types';
import { isWeighed, type Weighing, weighingFor } from '@/lib/domain/law/weighing';
import { answerLetter, type AnsweredRight, type LetterWords, missingFrom } from '@/lib/domain/letter/answer';
import { toldLetter, type ToldFacts } from '@/lib/domain/letter/notice';
import type { Letter } from '@/lib/domain/letter/types';
import type { Locale } from '@/lib/domain/locale';
import { cite } from '@/lib/domain/wording';
import { answersOf, caseOf, type CaseRow, keyOf, localeOf } from '@/lib/features/case-file/data/case';
import { weighingSchema } from '@/lib/features/case-file/schema/weighing';
import { controller } from '@/lib/platform/controllers/registry';
import { type Db, db } from '@/lib/platform/db/client';
import { translator } from '@/lib/platform/i18n/translator';
import { openJson, openText } from '@/lib/platform/vault/case-key';
import { nothingHeldWords, withheldWords } from './answer-words';

/** A decision that is being thought about: the letter is shown as it would be with it. */
export type DraftDecision = {
  readonly rightItemId: string;
  readonly outcome: Outcome;
  readonly grounds: readonly string[];
  readonly facts: string;
  readonly confirmed: readonly string[];
  readonly weighing?: Weighing | null;
};

type Asked = {
  readonly rules: CaseRules;
  readonly at: Date;
  /** What is hidden in the copy, by grounds. */
  readonly hidden: readonly WithheldSum[];
  readonly drafts?: readonly DraftDecision[];
  /** Another language than the requester's: for the desk. */
  readonly locale?: Locale;
};

/** @property owed how much the law wants in it, and of that what is `missing` */
export type ComposedLetter = {
  readonly letter: Letter;
  readonly missing: readonly Requirement[];
  readonly owed: number;
};

/**
 * The letter that answers these rights of a case, from its rows; those that are only drafted, or that nobody has agreed to, are told as if
 * they were. @param about ids of the rights
 */
export async function composeAnswer(
  row: CaseRow,
  about: readonly string[],
  { rules, at, hidden, drafts = [], locale = localeOf(row.locale) }: Asked,
  tx: Db = db(),
): Promise<ComposedLetter> {
  const { definition } = controller(row.controllerId);
  const current = asAgreed(caseOf(row), about, drafts);
  const items = current.rights.filter(({ id }) => about.includes(id));
  const placeDay = (when: Date) => localDateOf(when.toISOString(), definition.timezone);
  const words = letterWords(locale);
  const nothing = items.some((item) => rules.needsCopy(item))
    ? nothingHeldWords({ ...row, locale }, rules, current)
    : null;
  const rights = items.map((item) => answeredRight(item, { row, current, rules, at, drafts, words }));
  const others = current.rights.filter(({ id }) => !about.includes(id));
  const { name } = await answersOf(row, tx);
  const letter = answerLetter(
    {
      reference: row.reference,
      controller: { name: definition.name, legalName: definition.legalName, contact: contactLine(row, locale) },
      person: name,
      receivedOn: placeDay(row.receivedAt),
      on: placeDay(at),
      rights,
      others:
        others.length === 0 ? 'none' : others.every((item) => isAnswered(item, current, rules)) ? 'answered' : 'open',
      bundleDays: definition.retention.bundleDays,
      hidden: withheldWords(locale, hidden),
      nothing: nothing === null ? '' : `${nothing.held} ${nothing.more}`,
      unstated: current.unstated,
      remedies: remedyLines(row, asDecided(items), at, words),
    },
    words,
  );
  return { letter, missing: missingFrom(letter, rights), owed: rights.reduce((sum, { owed }) => sum + owed.length, 0) };
}

function saysFacts({ facts, grounds, weighing = null }: DraftDecision): boolean {
  const kind = weighingFor(grounds);
  return facts.trim() !== '' || (kind !== null && weighing !== null && isWeighed(kind, weighing));
}

/** The case as it is once these rights are decided and agreed to. */
function asAgreed(current: Case, about: readonly string[], drafts: readonly DraftDecision[]): Case {
  const rights = current.rights.map((item): RightItem => {
    const draft = drafts.find(({ rightItemId }) => rightItemId === item.id);
    const decision = draft ? { ...draft, hasFacts: saysFacts(draft), decidedById: 'draft' } : item.decision;
    return about.includes(item.id) && decision
      ? { ...item, decision, approvedById: item.approvedById ?? 'draft' }
      : item;
  });
  return { ...current, rights };
}

type Telling = {
  readonly row: CaseRow;
  readonly current: Case;
  readonly rules: CaseRules;
  readonly at: Date;
  readonly drafts: readonly DraftDecision[];
  readonly words: LetterWords;
};

/** @throws for a right that is neither decided nor drafted: there is no answer to it */
function answeredRight(item: RightItem, { row, current, rules, at, drafts, words }: Telling): AnsweredRight {
  const { decision } = item;
  if (decision === null) throw new Error(`The right ${item.id} is not decided`);
  const { timezone } = controller(row.controllerId).definition;
  const sealed = row.rights.find(({ id }) => id === item.id)?.sealedFacts;
  const draft = drafts.find(({ rightItemId }) => rightItemId === item.id);
  const written = sealed ? openText(keyOf(row), sealed, `facts:${item.id}`) : '';
  return {
    id: item.id,
    right: item.right,
    outcome: decision.outcome,
    doneBy: rules.doneBy(item),
    copy: isGrantedCopy(item, rules),
    statement: isGranting(decision.outcome) && current.statable.includes(item.right),
    grounds: reasonLines(decision.grounds, words),
    weighing: weighingWords(
      decision.grounds,
      draft ? (draft.weighing ?? null) : weighingIn(row, item.id),
      row.controllerId,
      words,
    ),
    facts: draft?.facts ?? written,
    confirmed: decision.confirmed,
    stoppedOn: item.stoppedAt === null ? null : localDateOf(item.stoppedAt, timezone),
    carriedOut: sameWish(item, current.rights).some(({ carriedOut }) => carriedOut !== null),
    waitsForCopy: waitsForCopy(item, current, rules),
    lastDayOn: lastDayOf(item, clocksOf(current, rules, at.toISOString())),
    owed: requirementsOn(rules.contents(item, decision.outcome), rules.today(at.toISOString())),
    ways: rules.ways(item, at.toISOString()),
  };
}

/** What was weighed of a right, opened; also after its decision was sent back, as the draft of the next. */
export function weighingIn(row: CaseRow, rightItemId: string): Weighing | null {
  const sealed = row.rights.find(({ id }) => id === rightItemId)?.sealedWeighing;
  return sealed ? weighingSchema.parse(openJson(keyOf(row), sealed, `weighing:${rightItemId}`)) : null;
}

/** What the letter says of it, once it is whole. */
function weighingWords(
  grounds: readonly string[],
  weighing: Weighing | null,
  controllerId: string,
  { locale }: LetterWords,
): AnsweredRight['weighing'] {
  const kind = weighingFor(grounds);
  if (kind === null || weighing === null || !isWeighed(kind, weighing)) return null;
  const { purposeIds, ...said } = weighing;
  const { purposes } = controller(controllerId).dataMap;
  return { ...said, kind, uses: purposeIds.map((id) => purposes[id]?.title[locale] ?? id) };
}

/** Whether the person was answered on a right before: not while a copy is still being made for it. */
const isAnswered = (item: RightItem, current: Case, rules: CaseRules): boolean =>
  standingOf(item, current, rules) !== 'open' && (!isGrantedCopy(item, rules) || current.copySealed);

const isReason = (rule: object): rule is Ground | Exemption => 'mustShow' in rule;

/** On what grounds less is given than was asked, each with its article: Art. 12(4) GDPR. */
export const reasonLines = (ids: readonly string[], { letter: t, law }: LetterWords): readonly string[] =>
  allRules()
    .filter(isReason)
    .filter(({ id }) => ids.includes(id))
    .map((rule) => {
      const citation = cite(rule.citation, law);
      return 'reach' in rule
        ? t('answer.reason', { text: law(rule.label), citation })
        : t('answer.left', { what: law(rule.label), citation });
    });

/** What somebody may disagree with in rights that are decided as their rows have it. */
export const asDecided = (of: readonly RightItem[]): NonNullable<Besides['disagree']> => ({
  of,
  refused: of.some(({ decision }) => decision !== null && isRefusing(decision.outcome)),
});

function remedyLines(
  row: CaseRow,
  { of: items, refused }: NonNullable<Besides['disagree']>,
  at: Date,
  { law }: LetterWords,
): string[] {
  const { definition } = controller(row.controllerId);
  const open = remediesFor(
    items.map(({ regime }) => regime),
    { residence: row.residence, authority: definition.authority },
    refused,
    localDateOf(at.toISOString(), definition.timezone),
  );
  const said = describeRemedies(open, { controller: definition.name, residence: row.residence }, law);
  return said.flatMap(({ text, citation, authority }) => [
    `${text} (${citation})`,
    ...(authority
      ? [
          [
            authority.shortName ? `${authority.name} (${authority.shortName})` : authority.name,
            authority.address,
            authority.phone,
            authority.email,
            new URL(authority.site).host,
          ]
            .filter((line) => line !== null)
            .join('\n'),
        ]
      : []),
  ]);
}

/** Which letter a notice belongs to. */
const LETTER_OF = {
  question: 'question',
  extension: 'moreTime',
  carriedOut: 'done',
  liftingPlanned: 'lifting',
  identityRejected: 'notShown',
} as const;

/** What a letter of a notice says besides its mail. */
type Besides = {
  /** Of the desk. */
  readonly words: string;
  readonly carries?: ToldFacts['carries'];
  readonly reasons?: readonly string[];
  /** What is on record of it besides. */
  readonly details?: readonly string[];
  /** Of which rights somebody may disagree, and whether any of them is refused; null where there is nothing to disagree with. */
  readonly disagree?: { readonly of: readonly RightItem[]; readonly refused: boolean } | null;
};

/** A notice with the letter that it belongs to. */
export async function noticeWithLetter<N extends Extract<Notice, { kind: keyof typeof LETTER_OF }>>(
  row: CaseRow,
  notice: N,
  { words, carries = {}, reasons = [], details = [], disagree = null }: Besides,
  at: Date,
  tx: Db,
): Promise<N & { readonly letter: Letter }> {
  const { definition } = controller(row.controllerId);
  const locale = localeOf(row.locale);
  const { reference } = row;
  const say = letterWords(locale);
  const { name } = await answersOf(row, tx);
  const letter = toldLetter(
    {
      kind: LETTER_OF[notice.kind],
      reference,
      controller: { name: definition.name, legalName: definition.legalName, contact: contactLine(row, locale) },
      person: name,
      on: localDateOf(at.toISOString(), definition.timezone),
      said: noticeSays(notice, { locale, controller: definition.name, reference }),
      carries,
      reasons,
      details,
      words,
      remedies: disagree ? remedyLines(row, disagree, at, say) : [],
    },
    say,
  );
  return { ...notice, letter };
}

/** How the controller is reached, as a letter closes. */
function contactLine(row: CaseRow, locale: Locale): string {
  const { contact } = controller(row.controllerId).definition;
  return [contact.name[locale], contact.address, contact.email, contact.url].filter((line) => line !== null).join('\n');
}

/** How a letter speaks this language. */
export function letterWords(locale: Locale): LetterWords {
  const list = new Intl.ListFormat(locale);
  return {
    locale,
    letter: translator(locale, 'letter'),
    law: translator(locale, 'law'),
    list: (texts) => list.format(texts),
  };
}
