import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { httpCollectionOf, httpSystemOf } from '@/lib/domain/datamap/http/build';
import { namesIn } from '@/lib/domain/datamap/http/check';
import { httpCollectionSchema, httpSystemSchema } from '@/lib/domain/datamap/http/schema';
import { placeName, placeOf } from '@/lib/domain/datamap/reach';

const system = (written: object) => httpSystemOf(httpSystemSchema.parse(written));

const find = (written: object) =>
  httpCollectionOf(httpCollectionSchema.parse({ find: [{ by: 'email', request: 'GET /c', ...written }] })).find[0]!;

describe('what a map says of a service', () => {
  it.each([
    ['none', { kind: 'none' }],
    ['basic', { kind: 'basic' }],
    ['bearer', { kind: 'bearer' }],
    [{ header: 'X-Api-Key' }, { kind: 'header', name: 'X-Api-Key' }],
    [{ signed: 'hmac' }, { kind: 'signed', scheme: 'hmac' }],
    [{ signed: 'ed25519' }, { kind: 'signed', scheme: 'ed25519', callBack: null }],
    [
      { oauth2: 'https://login.example.com/token' },
      { kind: 'oauth2', tokenUrl: 'https://login.example.com/token', scope: null, audience: null },
    ],
    [
      { oauth2: 'https://login.example.com/token', scope: 'read', audience: 'crm' },
      { kind: 'oauth2', tokenUrl: 'https://login.example.com/token', scope: 'read', audience: 'crm' },
    ],
  ])('is how we sign in: %j', (login, expected) => {
    expect(system({ login }).login).toEqual(expected);
  });

  it('is a token, five requests a second and no private host where it says nothing', () => {
    expect(system({})).toEqual({
      kind: 'http',
      login: { kind: 'bearer' },
      inside: [],
      perSecond: 5,
      headers: {},
      answerDays: 5,
    });
    expect(system({ inside: ['CRM.internal'] }).inside).toEqual(['crm.internal']);
  });

  it.each([
    ['link', { kind: 'link' }],
    [{ next: 'links.next' }, { kind: 'next', at: ['links', 'next'] }],
    [
      { cursor: 'meta.next', parameter: 'variables.after' },
      { kind: 'cursor', at: ['meta', 'next'], parameter: ['variables', 'after'] },
    ],
    [{ page: 'p' }, { kind: 'page', parameter: ['p'], first: 1 }],
    [
      { page: 'p', first: 0 },
      { kind: 'page', parameter: ['p'], first: 0 },
    ],
    [{ offset: 'skip' }, { kind: 'offset', parameter: ['skip'], first: 0 }],
  ])('is how further pages are asked for: %j', (paging, expected) => {
    expect(find({ paging }).paging).toEqual(expected);
  });

  it('is a request with what goes along, and where the records stand', () => {
    expect(
      find({ by: ['tenant', 'no'], request: 'POST /q', json: { a: '{no}' }, records: 'data.items', none: [404] }),
    ).toEqual({
      by: [
        { column: 'tenant', path: [] },
        { column: 'no', path: [] },
      ],
      request: { method: 'POST', path: '/q', query: {}, body: { kind: 'json', value: { a: '{no}' } } },
      records: ['data', 'items'],
      answers: 'own',
      none: [404],
      paging: null,
    });
    expect(find({ form: { a: '{email}' } }).request.body).toEqual({ kind: 'form', value: { a: '{email}' } });
    expect(find({ json: null }).request.body).toEqual({ kind: 'json', value: null });
  });

  it.each<[string, object]>([
    ['no method', { request: '/contacts' }],
    ['a method that nobody knows', { request: 'FETCH /contacts' }],
    ['an address of its own', { request: 'GET https://evil.example/contacts' }],
    ['a blank in its path', { request: 'GET /contacts and more' }],
    ['a status that says something was found', { none: [500] }],
    ['no way by which it finds', { by: [] }],
    ['an empty name on the way to the records', { records: 'data..items' }],
    ['paging by two things', { paging: { page: 'p', offset: 'o' } }],
    ['a cursor that goes nowhere', { paging: { cursor: 'next' } }],
    ['an answer of no kind', { answers: 'some' }],
    ['a key that is none', { body: {} }],
  ])('is refused with %s', (_, written) => {
    expect(httpCollectionSchema.safeParse({ find: [{ by: 'email', request: 'GET /c', ...written }] }).success).toBe(
      false,
    );
  });

  it.each([
    { login: 'digest' },
    { login: { header: 'X Api Key' } },
    { login: { signed: 'rsa' } },
    { login: { oauth2: 'login.example.com' } },
    { login: { oauth2: 'file:///etc/passwd' } },
    { perSecond: 0 },
    { perSecond: -1 },
    { inside: [''] },
    { token: 'a secret that does not belong here' },
  ])('is refused with %j', (written) => {
    expect(httpSystemSchema.safeParse(written).success).toBe(false);
  });

  it('names values by what stands in single braces, and leaves to a service what has a blank in them', () => {
    expect(namesIn('/a/{id}/b/{profile.mail}')).toEqual(['id', 'profile.mail']);
    expect(namesIn('{ contacts(mail: $mail) { id } }')).toEqual([]);
    expect(namesIn('{"a":{"b":1}}')).toEqual([]);
  });

  it('writes a place as it reads it', () => {
    const name = fc.string({ minLength: 1 }).filter((one) => !one.includes('.'));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        const written = names.join('.');
        expect(placeName(placeOf(written))).toBe(written);
        expect(placeOf(written)).toEqual({ column: names[0], path: names.slice(1) });
      }),
    );
  });
});
