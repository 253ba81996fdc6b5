import type { Ways } from '@/lib/domain/law/remedies';
import type { NoticeKind } from '@/lib/domain/case/notices';
import type { Locale } from '@/lib/domain/locale';
import { translator } from '@/lib/platform/i18n/translator';
import { page } from './page';

export type NoticeProps = {
  readonly locale: Locale;
  /** Name of the controller as people know it, and its colour. */
  readonly controller: string;
  readonly accent: string;
  readonly reference: string;
  /** Already written out in the requester's language; used by the kinds that name a date. */
  readonly dueOn?: string;
  readonly until?: string;
  /** For how long what the mail carries works, from when it leaves. */
  readonly minutes?: number;
  /** What the notice rests on, as the reader's language cites it. */
  readonly law?: string;
  /** To whom the laws of the request let a person turn who disagrees. */
  readonly ways?: Ways;
  /** Of somebody who could not be verified: what is owed besides the reason, by what law, and where the policy is. */
  readonly unverified?: 'specific' | 'categories' | 'none';
  readonly unverifiedLaw?: string;
  readonly policyUrl?: string;
  /** Of a notice of more time: complexity, number, or both. */
  readonly reasons?: string;
  /** What is looked at before anything is answered, and whether systems are searched. */
  readonly checks?: string;
  readonly searches?: string;
  /** Of an answer: that nothing is held, what is hidden, what is agreed and not done yet, each in words or `none`; whether there is a copy. */
  readonly nothing?: string;
  readonly hidden?: string;
  readonly agreed?: string;
  readonly copy?: string;
  /** Of something that was agreed and is done now: what was asked, and the day. */
  readonly what?: string;
  readonly on?: string;
  readonly code?: string;
  readonly link?: string;
};

export type NoticeMail = { readonly subject: string; readonly text: string; readonly html: string };

/** One mail in the requester's language: text first, the HTML says the same. */
export function noticeMail(kind: NoticeKind, props: NoticeProps): NoticeMail {
  const t = translator(props.locale, 'mail');
  const { locale: _, link, code, accent, ...values } = props;
  const words = { ...values, code: code ?? '' };
  const subject = t(`${kind}.subject`, words);
  const paragraphs = t(`${kind}.body`, words).split('\n\n').filter((paragraph) => paragraph.trim() !== '');
  const button = link === undefined ? null : { label: t(`${kind}.button`, words), link };
  const footer = t('footer', words);
  const text = [...paragraphs, ...(code === undefined ? [] : [code]), ...(button ? [`${button.label}:\n${button.link}`] : []), footer].join('\n\n');
  return { subject, text, html: page({ locale: props.locale, subject, paragraphs, code: code ?? null, button, footer, accent, controller: props.controller }) };
}
