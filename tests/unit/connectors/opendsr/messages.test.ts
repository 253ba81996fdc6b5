import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoveryIn, isOfDomain } from '@/lib/connectors/opendsr/discovery';
import { bodyOf, requestIdOf } from '@/lib/connectors/opendsr/request';
import { domainOf, isSigned } from '@/lib/connectors/opendsr/signed';
import { statusIn, timeOf } from '@/lib/connectors/opendsr/status';
import { REGIME_IDS } from '@/lib/domain/law/types';
import { regulationOf } from '@/lib/domain/law/opendsr';

const bytes = (value: unknown): Buffer => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

describe('the number of a request', () => {
  const number = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  it('is a UUID of version 4, the same for the same work and another for every other work and processor', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.string(), fc.string(), (work, other, system, elsewhere) => {
        const id = requestIdOf({ workId: work }, system);
        expect(id).toMatch(number);
        expect(requestIdOf({ workId: work }, system)).toBe(id);
        if (other !== work) expect(requestIdOf({ workId: other }, system)).not.toBe(id);
        if (elsewhere !== system) expect(requestIdOf({ workId: work }, elsewhere)).not.toBe(id);
      }),
    );
  });
});

describe('the body of a request', () => {
  const request = {
    workId: '0b0e9a2c-6f0b-4b3a-9d53-6a0a1b2c3d4e',
    submittedAt: '2026-11-01T09:30:00.000Z',
    regimes: ['CCPA', 'GDPR'] as const,
    callBackUrl: (system: string) => `https://rights.example.com/api/tasks/shop/${system}`,
  };
  const identities = [{ identity_type: 'email', identity_value: 'a@example.com', identity_format: 'raw' }] as const;
  const about = { id: 'one', type: 'erasure', systemId: 'tracker', apiVersion: '2.0', identities } as const;

  it('is what the protocol has, with the time at which the person asked', () => {
    expect(bodyOf({ body: {} }, about, request)).toEqual({
      regulation: 'gdpr',
      subject_request_id: 'one',
      subject_request_type: 'erasure',
      submitted_time: '2026-11-01T09:30:00.000Z',
      subject_identities: identities,
      api_version: '2.0',
      status_callback_urls: ['https://rights.example.com/api/tasks/shop/tracker'],
    });
  });

  it('has what the map adds, which takes the place of nothing', () => {
    const body = { property_id: 'id12', subject_request_type: 'access', regulation: 'none' };
    expect(bodyOf({ body }, about, request)).toEqual({ ...bodyOf({ body: {} }, about, request), property_id: 'id12' });
  });

  it('names each law by one of the two words that there are', () => {
    for (const regime of REGIME_IDS) expect(['gdpr', 'ccpa']).toContain(regulationOf([regime]));
    expect(regulationOf(['CCPA'])).toBe('ccpa');
    expect(regulationOf(['UK_GDPR'])).toBe('gdpr');
    expect(regulationOf(['CCPA', 'GDPR'])).toBe('gdpr');
  });
});

describe('a status', () => {
  const ID = 'a7551968-d5d6-44b2-9831-815ac9017798';
  const of = (request_status: string, more = {}) =>
    statusIn(bytes({ controller_id: 'shop', subject_request_id: ID, request_status, ...more }));

  it.each([
    ['pending', 'waits'],
    ['in_progress', 'waits'],
    ['completed', 'completed'],
    ['cancelled', 'cancelled'],
  ])('%s means %s', (written, state) => {
    expect(of(written)).toEqual({
      requestId: ID,
      state,
      expectedAt: null,
      resultsUrl: null,
      resultsCount: null,
      callBackUrl: null,
    });
  });

  it('is done by one word alone', () => {
    fc.assert(
      fc.property(fc.string(), (word) => {
        if (word !== 'completed') expect(of(word)?.state).not.toBe('completed');
      }),
    );
  });

  it('says what there is, when it is expected, and where it was sent', () => {
    expect(
      of('completed', {
        expected_completion_time: '2026-11-01T15:00:01Z',
        results_url: 'https://files.example.com/one.json',
        results_count: 3,
        status_callback_url: 'https://rights.example.com/here',
        extensions: { any: 1 },
      }),
    ).toMatchObject({
      expectedAt: new Date('2026-11-01T15:00:01Z'),
      resultsUrl: 'https://files.example.com/one.json',
      resultsCount: 3,
      callBackUrl: 'https://rights.example.com/here',
    });
    expect(statusIn(bytes({ subject_request_id: ID.toUpperCase(), request_status: 'pending' }))?.requestId).toBe(ID);
  });

  it('is none in anything else', () => {
    fc.assert(fc.property(fc.json(), (text) => statusIn(bytes(text)) === null));
    for (const text of ['', 'null', '[]', '<html>', '{"request_status":"completed"}'])
      expect(statusIn(bytes(text))).toBeNull();
  });

  it('has no time where none is written', () => {
    for (const written of [undefined, null, 7, '', 'soon']) expect(timeOf(written)).toBeNull();
  });
});

describe('a signature', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const signed = (body: Buffer, key = privateKey, domain = 'p.example', prefix = 'X-OpenDSR') => {
    const headers = new Headers({
      [`${prefix}-Processor-Domain`]: domain,
      [`${prefix}-Signature`]: sign('RSA-SHA256', body, key).toString('base64'),
    });
    return { body, header: (name: string) => headers.get(name) };
  };

  it('holds for the bytes that were signed, for the domain, by the key, and by the names before version 2 too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), (given, place) => {
        const body = Buffer.from(given);
        const message = signed(body);
        expect(isSigned(message, 'p.example', publicKey)).toBe(true);
        const changed = Buffer.from(body);
        changed[place % changed.length]! ^= 1;
        expect(isSigned({ ...message, body: changed }, 'p.example', publicKey)).toBe(false);
      }),
      { numRuns: 20 },
    );
    const body = bytes('{}');
    expect(isSigned(signed(body, privateKey, 'P.Example'), 'p.example', publicKey)).toBe(true);
    expect(isSigned(signed(body, privateKey, 'p.example', 'X-OpenGDPR'), 'p.example', publicKey)).toBe(true);
    expect(isSigned(signed(body, other), 'p.example', publicKey)).toBe(false);
    expect(isSigned(signed(body, privateKey, 'q.example'), 'p.example', publicKey)).toBe(false);
  });

  it('is missing where the headers are', () => {
    const message = { body: bytes('{}'), header: () => null };
    expect(domainOf(message)).toBe('');
    expect(isSigned(message, '', publicKey)).toBe(false);
  });
});

describe('a discovery', () => {
  const whole = {
    api_version: '3.0',
    supported_identities: [{ identity_type: 'email', identity_format: 'raw' }],
    supported_subject_request_types: ['erasure'],
    processor_certificate: 'https://p.example/cert.pem',
  };

  it('says what can be asked', () => {
    expect(discoveryIn(bytes(whole))).toEqual({
      apiVersion: '3.0',
      identities: [{ type: 'email', format: 'raw' }],
      types: ['erasure'],
      certificateUrl: new URL('https://p.example/cert.pem'),
    });
  });

  it('that says nothing else than where its certificate lies can be asked nothing', () => {
    expect(discoveryIn(bytes({ processor_certificate: 'https://p.example/cert.pem' }))).toMatchObject({
      apiVersion: '2.0',
      identities: [],
      types: [],
    });
  });

  it('is none without a certificate, or in anything else', () => {
    for (const text of ['', '[]', '<html>', JSON.stringify({ ...whole, processor_certificate: 'file:///etc/passwd' })])
      expect(() => discoveryIn(bytes(text))).toThrow('badMap');
  });

  it.each([
    ['p.example', 'p.example', true],
    ['files.p.example', 'p.example', true],
    ['files.p.example', 'opendsr.p.example', true],
    ['p.example', 'opendsr.p.example', true],
    ['q.example', 'opendsr.p.example', false],
    ['q.example', 'p.example', false],
    ['notp.example', 'p.example', false],
    ['localhost', 'localhost', true],
  ])('has a certificate at %s for %s: %s', (host, domain, expected) => {
    expect(isOfDomain(host, domain)).toBe(expected);
  });
});
