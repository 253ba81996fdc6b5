import { placeOf } from '../reach';
import type { WrittenHttpCollection, WrittenHttpSystem, WrittenRequest } from './schema';
import type { HttpCollection, HttpLogin, HttpRequest, HttpSystem, Paging } from './types';

const namesIn = (path: string | undefined): string[] => path?.split('.') ?? [];

function loginOf(written: WrittenHttpSystem['login']): HttpLogin {
  if (typeof written === 'string') return { kind: written };
  if ('header' in written) return { kind: 'header', name: written.header };
  if ('signed' in written)
    return written.signed === 'hmac'
      ? { kind: 'signed', scheme: 'hmac' }
      : { kind: 'signed', scheme: 'ed25519', callBack: written.callBack ?? null };
  return {
    kind: 'oauth2',
    tokenUrl: written.oauth2,
    scope: written.scope ?? null,
    audience: written.audience ?? null,
  };
}

export const httpSystemOf = ({ login, inside, perSecond, headers, answerDays }: WrittenHttpSystem): HttpSystem => ({
  kind: 'http',
  login: loginOf(login),
  inside: inside.map((host) => host.toLowerCase()),
  perSecond,
  headers,
  answerDays,
});

function requestOf({ request, query, json, form }: WrittenRequest): HttpRequest {
  const [method, path] = request.split(' ') as [HttpRequest['method'], string];
  const body =
    json !== undefined
      ? ({ kind: 'json', value: json } as const)
      : form !== undefined
        ? ({ kind: 'form', value: form } as const)
        : null;
  return { method, path, query, body };
}

type WrittenPaging = NonNullable<WrittenHttpCollection['find'][number]['paging']>;

function pagingOf(written: WrittenPaging): Paging {
  if (written === 'link') return { kind: 'link' };
  if ('next' in written) return { kind: 'next', at: namesIn(written.next) };
  if ('cursor' in written)
    return { kind: 'cursor', at: namesIn(written.cursor), parameter: namesIn(written.parameter) };
  return 'page' in written
    ? { kind: 'page', parameter: namesIn(written.page), first: written.first }
    : { kind: 'offset', parameter: namesIn(written.offset), first: written.first };
}

export const httpCollectionOf = ({ find, erase, change }: WrittenHttpCollection): HttpCollection => ({
  kind: 'http',
  find: find.map(({ by, records, answers, none, paging, ...request }) => ({
    by: (typeof by === 'string' ? [by] : by).map(placeOf),
    request: requestOf(request),
    records: namesIn(records),
    answers,
    none,
    paging: paging === undefined ? null : pagingOf(paging),
  })),
  erase: erase === undefined ? null : requestOf(erase),
  change: change === undefined ? null : requestOf(change),
});
