import type { ToldWords } from '@/lib/domain/law/tellings';
import type { Locale } from '@/lib/domain/locale';
import { htmlText } from '@/lib/platform/html-text';

const FONT = "font-family:'Source Sans 3','Segoe UI',Helvetica,Arial,sans-serif";
const MONO = "font-family:ui-monospace,Consolas,'Liberation Mono',monospace";

/** Of mails to the staff, which are no controller's; it shows on light and on dark. */
export const OWN_ACCENT = '#6b7681';

// The colours of the light scheme stand on the elements, for readers that drop style sheets; these take their place in the dark one.
const DARK = `@media (prefers-color-scheme:dark){.sheet{background:#14171a!important;color:#ece9e3!important}
.card{background:#1d2125!important;border-right-color:#3b4147!important;border-bottom-color:#3b4147!important;border-left-color:#3b4147!important}
.line{border-top-color:#3b4147!important;border-right-color:#3b4147!important;border-bottom-color:#3b4147!important}
.quiet{color:#aab0b6!important}.link{color:#9dc1ff!important}.note{background:#14171a!important}}`;

/** Part of a text: prose, or something that must be kept to the letter, such as a signed note. */
export type Paragraph = string | { readonly verbatim: string };

const ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)]/g;

/** A reference is read out on the telephone: it does not break at the end of a line. */
const unbroken = (text: string): string =>
  htmlText(text).replace(/\b[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, '<span style="white-space:nowrap">$&</span>');

/** Prose with its line ends, and its addresses made to be followed. */
const prose = (text: string): string =>
  unbroken(text)
    .replaceAll('\n', '<br>')
    .replace(
      ADDRESS,
      (address) => `<a class="link" href="${address}" style="color:#1655d1;overflow-wrap:anywhere">${address}</a>`,
    );

const paragraph = (part: Paragraph): string =>
  typeof part === 'string'
    ? `<p style="margin:0 0 16px;overflow-wrap:anywhere">${prose(part)}</p>`
    : `<pre class="note" style="margin:0 0 16px;padding:12px;background:#faf8f4;${MONO};font-size:13px;white-space:pre-wrap;overflow-wrap:anywhere">${htmlText(part.verbatim)}</pre>`;

/** The HTML of a mail: one column, no images, nothing fetched, readable where styles are dropped. */
export function page(content: {
  locale: Locale;
  subject: string;
  controller: string;
  accent: string;
  paragraphs: readonly Paragraph[];
  code: string | null;
  button: { label: string; link: string } | null;
  /** What stands apart from everything else, under a heading of its own. */
  apart?: ToldWords | null;
  footer: string;
}): string {
  const text = content.paragraphs.map(paragraph).join('');
  const code = content.code
    ? `<p style="margin:0 0 20px;${MONO};font-size:30px;font-weight:600;letter-spacing:4px">${htmlText(content.code)}</p>`
    : '';
  const button = content.button
    ? `<p style="margin:0 0 20px"><a href="${htmlText(content.button.link)}" style="display:inline-block;padding:12px 20px;border-radius:5px;background:${content.accent};color:#ffffff;text-decoration:none;font-weight:600">${htmlText(content.button.label)}</a></p>
<p class="quiet" style="margin:0 0 16px;font-size:14px;color:#5f656b;overflow-wrap:anywhere">${htmlText(content.button.link)}</p>`
    : '';
  return `<!doctype html>
<html lang="${content.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${htmlText(content.subject)}</title><style>${DARK}</style></head>
<body class="sheet" style="margin:0;padding:24px 12px;background:#faf8f4;color:#1a1d21;${FONT};font-size:17px;line-height:1.5">
<div class="card" style="max-width:560px;margin:0 auto;background:#ffffff;border:1px solid #e2ddd3;border-top:4px solid ${content.accent};padding:28px 24px">
<p style="margin:0 0 20px;font-weight:600">${htmlText(content.controller)}</p>
${text}${code}${button}${content.apart ? apartly(content.apart, content.accent) : ''}
<p class="quiet line" style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e2ddd3;font-size:14px;color:#5f656b">${unbroken(content.footer)}</p>
</div></body></html>`;
}

function apartly({ title, parts, closing }: ToldWords, accent: string): string {
  const list = (items: readonly string[]) =>
    `<ul style="margin:0 0 16px;padding-left:22px">${items.map((item) => `<li style="margin:0 0 4px">${htmlText(item)}</li>`).join('')}</ul>`;
  const said = parts.map(({ text, items }) => `<p style="margin:0 0 8px">${htmlText(text)}</p>${list(items)}`).join('');
  return `<div class="line" style="margin:28px 0 0;padding:16px 18px 2px;border:1px solid #e2ddd3;border-left:4px solid ${accent};font-size:16px">
<h2 style="margin:0 0 12px;font-size:18px;line-height:1.3">${htmlText(title)}</h2>
${said}<p style="margin:0 0 16px;overflow-wrap:anywhere">${prose(closing)}</p></div>`;
}
