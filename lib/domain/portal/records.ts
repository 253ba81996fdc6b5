import type { IdentityMethod } from '../case/reasons';
import type { ClosedHow } from '../case/types';
import type { SubmittedAnswers } from '../intake/schema';
import type { Letter } from '../letter/types';
import type { DataRecord } from '../records/json-text';
import type { PortalKind } from './system';

/** An instant, ISO 8601. */
type At = string;

/** One request that this portal has of a person, opened. Nothing of it is for the desk alone. */
export type PortalCase = {
  /** What the person is to it: who asked for themselves, who asked for another, or of whom another asked. */
  readonly role: 'self' | 'asker' | 'subject';
  readonly reference: string;
  readonly receivedAt: At;
  readonly channel: string;
  readonly answers: SubmittedAnswers;
  readonly closed: { readonly at: At; readonly how: ClosedHow } | null;
  readonly rights: readonly {
    /** What the law is called, in the language of the copy. */
    readonly law: string;
    readonly right: string;
    /** Null until two people agreed to it. */
    readonly answer: { readonly outcome: string; readonly at: At } | null;
    readonly carriedOutOn: string | null;
  }[];
  readonly messages: readonly {
    readonly at: At;
    readonly author: 'requester' | 'desk';
    readonly body: string;
    readonly files: readonly string[];
  }[];
  /** Mails that left, each with the letter that it brought. `toSubject`: to the person whose data it is, where another asks. */
  readonly mails: readonly {
    readonly at: At;
    readonly subject: string;
    readonly text: string;
    readonly letter: Letter | null;
    readonly toSubject: boolean;
  }[];
  readonly steps: readonly { readonly at: At; readonly step: string; readonly method?: IdentityMethod }[];
};

// What lets somebody in: an address with more than its host, and the codes that mails carry.
const LINK = /(https?:\/\/[^\s/]+)\/\S+/gu;
const CODE = /(?<!\d)\d{3} ?\d{3}(?!\d)/gu;

/** The text of a mail without what lets somebody in. */
export const withoutWayIn = (text: string): string => text.replace(LINK, '$1/…').replace(CODE, '…');

/** A letter as it is read: each part under its heading. */
const letterText = ({ parts }: Letter): string =>
  parts.flatMap(({ heading, paragraphs }) => [...(heading === null ? [] : [heading]), ...paragraphs]).join('\n\n');

const given = (value: object): object | null => (Object.keys(value).length > 0 ? value : null);

function requestRecord({ role, reference, receivedAt, channel, answers, closed }: PortalCase): DataRecord {
  const { locale, forWhom, residence, name, email, identifiers, subject, details, rights: _, ...others } = answers;
  const own = role === 'self';
  const mine = role !== 'subject';
  return {
    reference,
    receivedAt,
    channel,
    language: locale,
    residence: role === 'asker' ? null : residence,
    forWhom,
    name: mine ? name : (subject?.name ?? null),
    email: mine ? email : (subject?.identifiers?.email ?? null),
    identifiers: own ? given(identifiers) : role === 'subject' ? given(subject?.identifiers ?? {}) : null,
    details: own ? details : null,
    answers: own ? given(others) : null,
    otherPerson: own ? null : mine ? (subject?.name ?? null) : name,
    answersOfTwo: own ? null : { details, ...others },
    closedAt: closed?.at ?? null,
    closedHow: closed?.how ?? null,
  };
}

/** Whom something that was written went between, as the person sees it; null for what went past them. */
function between(role: PortalCase['role'], from: 'requester' | 'desk', toSubject = false): string | null {
  if (toSubject) return role === 'subject' ? 'toYou' : null;
  if (role === 'subject') return from === 'requester' ? 'fromOther' : 'toOther';
  return from === 'requester' ? 'fromYou' : 'toYou';
}

function correspondence({ role, reference, messages, mails }: PortalCase): DataRecord[] {
  const texts = (text: string | null) => ({
    text: role === 'self' ? text : null,
    textOfTwo: role === 'self' ? null : text,
  });
  const written = [
    ...messages.map(({ at, author, body, files }) => ({
      at,
      direction: between(role, author),
      kind: 'message',
      subject: null,
      ...texts(body),
      files: files.length > 0 && role === 'self' ? files : null,
    })),
    ...mails.flatMap(({ at, subject, text, letter, toSubject }) => {
      const direction = between(role, 'desk', toSubject);
      return [
        { at, direction, kind: 'mail', subject, ...texts(withoutWayIn(text)), files: null },
        ...(letter
          ? [{ at, direction, kind: 'letter', subject: null, ...texts(letterText(letter)), files: null }]
          : []),
      ];
    }),
  ];
  return written
    .filter(({ direction }) => direction !== null)
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map((one) => ({ reference, ...one }));
}

/** The records of one request, by kind; each has every key of its kind. */
export function portalRecords(one: PortalCase): Readonly<Record<PortalKind, readonly DataRecord[]>> {
  const { reference } = one;
  return {
    requests: [requestRecord(one)],
    rights: one.rights.map(({ law, right, answer, carriedOutOn }) => ({
      reference,
      law,
      right,
      outcome: answer?.outcome ?? null,
      approvedAt: answer?.at ?? null,
      carriedOutOn,
    })),
    correspondence: correspondence(one),
    steps: one.steps
      .toSorted((first, second) => (first.at < second.at ? -1 : first.at > second.at ? 1 : 0))
      .map(({ at, step, method }) => ({ reference, at, step, result: method ?? null })),
  };
}
