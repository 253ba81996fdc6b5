import { type Notice, noticeMail, type NoticeWords } from '@/emails/notice';
import { checkOf } from '@/lib/domain/case/checks';
import { clocksOf, isAnswerClock, lastDayOf } from '@/lib/domain/case/due';
import type { CaseEvent } from '@/lib/domain/case/events';
import type { CaseRules } from '@/lib/domain/case/rules';
import { type Letter, mailedText } from '@/lib/domain/letter/types';
import { cite } from '@/lib/domain/wording';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { purposesInUse } from '@/lib/domain/datamap/build';
import { remediesFor, type Ways, waysOf } from '@/lib/domain/law/remedies';
import { owedUnverified } from '@/lib/domain/law/rights';
import { describeTellings, type Telling, tellingsFor, type ToldWords } from '@/lib/domain/law/tellings';
import { caseOf, type CaseRow, localeOf } from '@/lib/features/case-file/data/case';
import { composeAnswer } from './letter';
import { withheldSchema } from '@/lib/features/case-file/schema/withheld';
import { controller } from '@/lib/platform/controllers/registry';
import type { Db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { dateTimeAndZone, longDate } from '@/lib/platform/i18n/dates';
import { translator } from '@/lib/platform/i18n/translator';
import type { Outgoing } from '@/lib/features/case-file/types/notices';

// What mails say of a case. Each value is taken from what is recorded of it, never from the state it happens to be in.

/** The last day; where the rights of a request have several, each with what was asked. */
export function dueWords(row: CaseRow, rules: CaseRules, at: Date): string {
  const locale = localeOf(row.locale);
  const current = caseOf(row);
  const clocks = clocksOf(current, rules, at.toISOString());
  const law = translator(locale, 'law');
  const days = current.rights.flatMap((item) => {
    const on = lastDayOf(item, clocks);
    return on === null ? [] : [{ on, right: law(`right.${item.right}.plain`) }];
  });
  const distinct = [...new Set(days.map(({ on }) => on))].sort();
  if (distinct.length === 1 && distinct[0]) return longDate(distinct[0], locale);
  return distinct
    .map(
      (day) =>
        `${days
          .filter(({ on }) => on === day)
          .map(({ right }) => right)
          .join(', ')}: ${longDate(day, locale)}`,
    )
    .join('; ');
}

type ToldCase = Pick<CaseRow, 'controllerId' | 'residence' | 'forWhom' | 'locale'>;

/** The rights of which this person is told unasked, with the first mail and on the pages. */
export function tellingsOf({ controllerId, residence, forWhom }: ToldCase, at: Date): readonly Telling[] {
  const { definition, dataMap } = controller(controllerId);
  return tellingsFor(
    { residence, alive: forWhom !== 'deceased' },
    definition,
    purposesInUse(dataMap),
    localDateOf(at.toISOString(), definition.timezone),
  );
}

/** The same in words; null where there is none. */
export function toldWords(row: ToldCase, at: Date): ToldWords | null {
  const locale = localeOf(row.locale);
  return describeTellings(
    tellingsOf(row, at),
    row.forWhom === 'self' ? 'self' : 'other',
    locale,
    translator(locale, 'law'),
  );
}

/** How the request will be handled and checked (11 CCR 7021(a)), and what is told unasked (Art. 21(4) GDPR). @param until when link and code expire */
export function confirmNotice(
  row: CaseRow,
  rules: CaseRules,
  until: Date,
  at: Date,
): Pick<Outgoing, 'notice' | 'tells'> {
  const current = caseOf(row);
  const { definition } = controller(row.controllerId);
  const told = toldWords(row, at);
  const portal = `${env().BASE_URL}/${row.controllerId}/${row.locale}`;
  const words: NoticeWords['confirmEmail'] = {
    dueOn: dueWords(row, rules, at),
    until: dateTimeAndZone(until, localeOf(row.locale), definition.timezone),
    checks: checkOf(current, rules),
    searches: current.rights.some((item) => rules.needsCopy(item)) ? 'yes' : 'no',
    told: told && { ...told, closing: `${told.closing} ${portal}` },
  };
  return { notice: { kind: 'confirmEmail', words }, tells: tellingsOf(row, at) };
}

/** The letter that answers these rights, and what the mail says of it. @param about ids of the rights that are answered with it */
export async function answerMail(
  tx: Db,
  row: CaseRow,
  about: readonly string[],
  rules: CaseRules,
  at: Date,
): Promise<OwedAnswer> {
  const bundle = await tx.bundle.findFirst({
    where: { caseId: row.id, state: 'sealed' },
    orderBy: { createdAt: 'desc' },
    select: { withheld: true },
  });
  const hidden = withheldSchema.parse(bundle?.withheld ?? []);
  const { letter } = await composeAnswer(row, about, { rules, at, hidden }, tx);
  return { kind: 'answerReady', words: answerWords(letter), rights: about, letter };
}

type OwedAnswer = Extract<Notice, { kind: 'answerReady' }> & {
  readonly rights: readonly string[];
  readonly letter: Letter;
};

/** What the mail of a letter says: part of it, word for word. */
export const answerWords = (letter: Letter): NoticeWords['answerReady'] => ({
  said: mailedText(letter),
  copy: letter.copy ? 'yes' : 'no',
});

/** A mail as it would leave, without its link: what a person sees before they send it. */
export function mailPreview(
  row: Pick<CaseRow, 'controllerId' | 'locale' | 'reference'>,
  notice: Notice,
): { readonly subject: string; readonly text: string } {
  const { definition, accent } = controller(row.controllerId);
  const { subject, text } = noticeMail(
    notice,
    { locale: localeOf(row.locale), controller: definition.name, accent: accent.light, reference: row.reference },
    { link: null, code: null },
  );
  return { subject, text };
}

/** Until when what was made ready can be fetched, where there is anything. */
export async function closedWords(tx: Db, row: CaseRow, at: Date): Promise<NoticeWords['closed']> {
  const ways = waysFor(row, at);
  const bundle = await tx.bundle.findFirst({
    where: { caseId: row.id, state: 'sealed' },
    orderBy: { createdAt: 'desc' },
    select: { expiresAt: true },
  });
  if (!bundle?.expiresAt) return { copy: 'no', until: '', ways };
  return {
    copy: 'yes',
    ways,
    until: longDate(
      localDateOf(bundle.expiresAt.toISOString(), controller(row.controllerId).definition.timezone),
      localeOf(row.locale),
    ),
  };
}

/** The last days as they will be once the notice has left, one or one for each law where they differ, and the laws that allow it. */
export function extensionWords(
  row: CaseRow,
  { reasons, promisedOn }: Pick<Extract<CaseEvent, { type: 'ExtensionDecided' }>, 'reasons' | 'promisedOn'>,
  rules: CaseRules,
  at: Date,
): NoticeWords['extension'] {
  const locale = localeOf(row.locale);
  const current = caseOf(row);
  const clockEvents = [
    ...current.clockEvents,
    {
      type: 'deadlineExtended' as const,
      at: at.toISOString(),
      reasons: reasons.join('+'),
      ...(promisedOn && { promisedOn }),
    },
  ];
  const say = translator(locale, 'law');
  const clocks = clocksOf({ ...current, clockEvents }, rules, at.toISOString()).filter(
    (clock) => isAnswerClock(clock) && clock.extension?.state === 'valid',
  );
  const days = new Map(clocks.map(({ regime, lastDayOn }) => [regime, longDate(lastDayOn, locale)]));
  const distinct = [...new Set(days.values())];
  const said = distinct.length === 1 ? distinct : [...days].map(([regime, on]) => `${on} (${say(`regime.${regime}`)})`);
  const law = [...new Set(clocks.map(({ citation }) => cite(citation, say)))].join('; ');
  return {
    dueOn: new Intl.ListFormat(locale).format(said),
    law,
    reasons: reasons.length > 1 ? 'both' : (reasons[0] ?? 'both'),
    ways: waysFor(row, at),
  };
}

/** To whom the person can turn under the laws of this request: the mail names no court where there is none. */
function waysFor(row: CaseRow, at: Date): Ways {
  const { authority, timezone } = controller(row.controllerId).definition;
  const { rights } = caseOf(row);
  const where = { residence: row.residence, authority };
  return waysOf(
    remediesFor(
      rights.map(({ regime }) => regime),
      where,
      true,
      localDateOf(at.toISOString(), timezone),
    ),
  );
}

/** Why somebody who was not verified gets nothing, and what they are owed instead: 11 CCR 7024(a), (b). */
export function rejectedWords(row: CaseRow, rules: CaseRules, at: Date): NoticeWords['identityRejected'] {
  const { rights, receivedAt } = caseOf(row);
  const { privacyPolicyUrl, timezone } = controller(row.controllerId).definition;
  const say = translator(localeOf(row.locale), 'law');
  const owed = owedUnverified(rights, localDateOf(receivedAt, timezone));
  return {
    law: cite(rules.questionLaw('identity', rights) ?? '', say),
    ways: waysFor(row, at),
    unverified: owed === null ? 'none' : owed.treatedAs ? 'specific' : 'categories',
    unverifiedLaw: owed === null ? '' : cite(owed.citation, say),
    policyUrl: privacyPolicyUrl,
  };
}
