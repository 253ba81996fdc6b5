import type { NoticeMail } from './notice';
import { OWN_ACCENT, page } from './page';

/** A mail of the product to those who work with it, in their language; what is verbatim keeps its lines. */
export function staffMail(
  subject: string,
  paragraphs: readonly (string | { readonly verbatim: string })[],
  footer: string,
): NoticeMail {
  const words = paragraphs.map((one) => (typeof one === 'string' ? one : one.verbatim));
  return {
    subject,
    text: [...words, footer].join('\n\n'),
    html: page({
      locale: 'en',
      subject,
      paragraphs,
      code: null,
      button: null,
      footer,
      accent: OWN_ACCENT,
      controller: 'Rightsdesk',
    }),
  };
}
