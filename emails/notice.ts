import type { Check } from '@/lib/domain/case/checks';
import { type NoticeKind, TO_SUBJECT } from '@/lib/domain/case/notices';
import type { Ways } from '@/lib/domain/law/remedies';
import type { ToldWords } from '@/lib/domain/law/tellings';
import type { Locale } from '@/lib/domain/locale';
import { translator } from '@/lib/platform/i18n/translator';
import { page } from './page';

/** From whom a mail is, with the colour of that controller, about which request, and in which language. */
export type Envelope = {
  readonly locale: Locale;
  readonly controller: string;
  readonly accent: string;
  readonly reference: string;
};

/** What lets somebody in; null for what this mail does not carry. A preview carries neither. */
export type WayIn = { readonly link: string | null; readonly code: string | null };

type Nothing = Readonly<Record<string, never>>;

/**
 * What each kind of mail says besides: all of it, or it does not compile. Dates, laws and rights are written out in the requester's language;
 * `none` stands for what there is nothing to say of.
 */
export type NoticeWords = {
  /** `until`: until when link and code work at least. `checks`, `searches`: what is looked at, and whether systems are searched. */
  readonly confirmEmail: {
    readonly dueOn: string;
    readonly until: string;
    readonly checks: Check;
    readonly searches: 'yes' | 'no';
    readonly told: ToldWords | null;
  };
  readonly acknowledgement: { readonly dueOn: string };
  /** To the person whose data it is. `until`: the day until which we wait. `languages`: the page in each other language, a line for each. */
  readonly mandateAsked: { readonly until: string; readonly languages: string };
  readonly mandateReminder: { readonly until: string; readonly languages: string };
  readonly mandateStopped: Nothing;
  readonly question: Nothing;
  /** `law`: what allows it. `ways`: to whom the laws of the request let a person turn who disagrees. */
  readonly extension: {
    readonly dueOn: string;
    readonly law: string;
    readonly reasons: 'complexity' | 'number' | 'both';
    readonly ways: Ways;
  };
  /** For how long the link works, from when it leaves. */
  readonly accessLink: { readonly minutes: number };
  readonly deliveryCode: { readonly minutes: number };
  /** `address`: enough of the new one to recognise it. */
  readonly contactFrom: { readonly minutes: number; readonly address: string };
  readonly contactTo: { readonly minutes: number };
  readonly contactChanged: Nothing;
  /** `said`: what of the letter may leave by mail, word for word. `copy`: whether the answer hands one over. */
  readonly answerReady: { readonly said: string; readonly copy: 'yes' | 'no' };
  /** What was asked, and the day on which it was done. */
  readonly carriedOut: { readonly what: string; readonly on: string };
  /** `until`: the last day on which it can be stopped, or `none` where no time is given for it. */
  readonly erasurePlanned: { readonly until: string };
  readonly erasureCancelled: Nothing;
  /** Whether people still have to erase in other systems. */
  readonly erased: { readonly left: 'yes' | 'no' };
  /** `on`: the day from which a restriction is lifted. */
  readonly liftingPlanned: { readonly on: string };
  readonly liftingCancelled: Nothing;
  readonly restrictionLifted: { readonly on: string };
  readonly newMessage: Nothing;
  /** What is owed besides the reason, by what law, and where the policy is. */
  readonly identityRejected: {
    readonly law: string;
    readonly ways: Ways;
    readonly unverified: 'specific' | 'categories' | 'none';
    readonly unverifiedLaw: string;
    readonly policyUrl: string;
  };
  readonly withdrawn: Nothing;
  readonly reopened: { readonly dueOn: string };
  /** `until`: until when a copy can be fetched, where there is one. */
  readonly closed: { readonly copy: 'yes' | 'no'; readonly until: string; readonly ways: Ways };
};

/** One mail: its kind, and what that kind says. */
export type Notice = { readonly [K in NoticeKind]: { readonly kind: K; readonly words: NoticeWords[K] } }[NoticeKind];

export type NoticeMail = { readonly subject: string; readonly text: string; readonly html: string };

/** Mails that belong to a letter: they say part of it, and that the rest stands on the page. */
const WITH_A_LETTER: ReadonlySet<NoticeKind> = new Set([
  'question',
  'extension',
  'answerReady',
  'carriedOut',
  'liftingPlanned',
  'identityRejected',
]);

/** What a notice says, in paragraphs: in its mail, and word for word in the letter that it belongs to. */
export function noticeSays(
  { kind, words }: Notice,
  { locale, controller, reference }: Omit<Envelope, 'accent'>,
): readonly string[] {
  const { told: _, ...spoken } = { told: null, ...words };
  return translator(locale, 'mail')(`${kind}.body`, { controller, reference, ...spoken })
    .split('\n\n')
    .filter((paragraph) => paragraph.trim() !== '');
}

/** One mail in the requester's language: text first, the HTML says the same. */
export function noticeMail(
  { kind, words }: Notice,
  { locale, accent, controller, reference }: Envelope,
  { link, code }: WayIn,
): NoticeMail {
  const t = translator(locale, 'mail');
  const apart = 'told' in words ? words.told : null;
  const { told: _, ...spoken } = { told: null, ...words };
  const values = { controller, reference, ...spoken };
  const subject = t(`${kind}.subject`, values);
  const paragraphs = [
    ...noticeSays({ kind, words } as Notice, { locale, controller, reference }),
    ...(WITH_A_LETTER.has(kind) ? [t(`${kind}.onPage`, values)] : []),
  ];
  const button = link === null ? null : { label: t(`${kind}.button`, values), link };
  const footer = t(TO_SUBJECT.includes(kind) ? 'footerToSubject' : 'footer', values);
  const text = [
    ...paragraphs,
    ...(code === null ? [] : [code]),
    ...(button ? [`${button.label}\n${button.link}`] : []),
    ...(apart ? apartAsText(apart) : []),
    footer,
  ].join('\n\n');
  return {
    subject,
    text,
    html: page({ locale, subject, paragraphs, code, button, apart, footer, accent, controller }),
  };
}

const apartAsText = ({ title, parts, closing }: ToldWords): readonly string[] => [
  `* * *\n\n${title.toUpperCase()}`,
  ...parts.map(({ text, items }) => [text, ...items.map((item) => `– ${item}`)].join('\n')),
  closing,
];
