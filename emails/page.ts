import type { ToldWords } from '@/lib/domain/law/tellings';
import type { Locale } from '@/lib/domain/locale';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const FONT = "font-family:'Source Sans 3','Segoe UI',Helvetica,Arial,sans-serif";

/** The HTML of a mail: one column, no images, nothing fetched, readable where styles are dropped. */
export function page(content: {
  locale: Locale;
  subject: string;
  controller: string;
  accent: string;
  paragraphs: readonly string[];
  code: string | null;
  button: { label: string; link: string } | null;
  /** What stands apart from everything else, under a heading of its own. */
  apart?: ToldWords | null;
  footer: string;
}): string {
  const text = content.paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escape(paragraph)}</p>`).join('');
  const code = content.code ? `<p style="margin:0 0 20px;font-size:32px;font-weight:600;letter-spacing:6px">${escape(content.code)}</p>` : '';
  const button = content.button
    ? `<p style="margin:0 0 20px"><a href="${escape(content.button.link)}" style="display:inline-block;padding:12px 20px;border-radius:5px;background:${content.accent};color:#ffffff;text-decoration:none;font-weight:600">${escape(content.button.label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;color:#5f656b;word-break:break-all">${escape(content.button.link)}</p>`
    : '';
  return `<!doctype html>
<html lang="${content.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(content.subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:#faf8f4;color:#1a1d21;${FONT};font-size:17px;line-height:1.5">
<div style="max-width:560px;margin:0 auto;background:#ffffff;border:1px solid #e2ddd3;border-top:4px solid ${content.accent};padding:28px">
<p style="margin:0 0 20px;font-weight:600">${escape(content.controller)}</p>
${text}${code}${button}${content.apart ? apartly(content.apart, content.accent) : ''}
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e2ddd3;font-size:14px;color:#5f656b">${escape(content.footer)}</p>
</div></body></html>`;
}

function apartly({ title, parts, closing }: ToldWords, accent: string): string {
  const list = (items: readonly string[]) => `<ul style="margin:0 0 16px;padding-left:22px">${items.map((item) => `<li style="margin:0 0 4px">${escape(item)}</li>`).join('')}</ul>`;
  const said = parts.map(({ text, items }) => `<p style="margin:0 0 8px">${escape(text)}</p>${list(items)}`).join('');
  return `<div style="margin:28px 0 0;padding:16px 18px 2px;border:1px solid #e2ddd3;border-left:4px solid ${accent};font-size:16px">
<h2 style="margin:0 0 12px;font-size:18px;line-height:1.3">${escape(title)}</h2>
${said}<p style="margin:0 0 16px;overflow-wrap:anywhere">${escape(closing)}</p></div>`;
}
