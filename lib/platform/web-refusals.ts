import type { IncomingHttpHeaders } from 'node:http';
import { createTranslator } from 'use-intl/core';
import { isLocale, type Locale } from '@/lib/domain/locale';
import bg from './i18n/messages/bg/server.json';
import en from './i18n/messages/en/server.json';
import ru from './i18n/messages/ru/server.json';

/** Bytes of a request's body. The longest form we have is far below; more is a mistake or an attack. */
export const BODY_LIMIT = 1024 * 1024;

export type RequestRefusal = 'tooLarge' | 'lengthMissing' | 'otherSite';

const STATUS: Record<RequestRefusal, number> = { tooLarge: 413, lengthMissing: 411, otherSite: 403 };
const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Whether a request is refused before a page or route sees it.
 * Another site may not send one that changes something (Fetch Metadata; Origin for browsers without it), and a body needs a stated, modest length.
 * @param origin of the public address, such as https://rights.example.com
 */
export function refusalOf(method: string, headers: IncomingHttpHeaders, origin: string): RequestRefusal | null {
  if (CHANGES.has(method) && !isOwn(headers, origin)) return 'otherSite';
  if (headers['transfer-encoding'] !== undefined) return 'lengthMissing';
  if (Number(headers['content-length'] ?? 0) > BODY_LIMIT) return 'tooLarge';
  return null;
}

function isOwn({ origin: from, 'sec-fetch-site': site }: IncomingHttpHeaders, origin: string): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  // A page that hides its address, because a token is in it, sends its forms with the Origin "null": then only Fetch Metadata tells.
  if (from === 'null') return site === 'same-origin';
  return from === undefined || from === origin;
}

/** The language of the page the request was for: the second part of its path on the requester's side, else English. */
export function localeOfPath(path: string): Locale {
  const part = path.split('?')[0]?.split('/')[2] ?? '';
  return isLocale(part) ? part : 'en';
}

const MESSAGES = { en, bg, ru };

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A plain page that says what happened and what to do; it needs nothing but itself. */
export function refusalPage(refusal: RequestRefusal, locale: Locale, baseUrl: string): { status: number; html: string } {
  const t = createTranslator({ locale, messages: MESSAGES[locale] });
  const title = escapeHtml(t(`${refusal}.title`));
  const text = escapeHtml(t(`${refusal}.text`, { address: baseUrl }));
  return {
    status: STATUS[refusal],
    html: `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1><p>${text}</p></main></html>`,
  };
}
