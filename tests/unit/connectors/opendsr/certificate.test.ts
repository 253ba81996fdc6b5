import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyOf } from '@/lib/connectors/opendsr/certificate';
import { SourceError } from '@/lib/connectors/port';
import { certified } from '@/tests/support/certificates';

const NOW = new Date();
const DOMAIN = 'opendsr.processor.example';
const root = certified({ name: 'Root', authority: true });
const between = certified({ name: 'Between', authority: true, by: root });
const own = certified({ name: 'Processor', domains: [DOMAIN], by: between });
const roots = [certified({ name: 'Another', authority: true }).pem, root.pem];
const fingerprint = (pem: string): string => new X509Certificate(pem).fingerprint256;

const whyNot = (pem: string, { domain = DOMAIN, pin = null as string | null, trusted = roots, now = NOW } = {}) => {
  try {
    keyOf(pem, { domain, pin }, now, trusted);
    return 'believed';
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return `${error.reason}: ${error.detail}`;
  }
};

describe('the certificate of a processor', () => {
  it('is believed where an authority vouches for it, over those that come with it', () => {
    expect(whyNot(own.pem + between.pem)).toBe('believed');
    expect(whyNot(own.pem + between.pem + root.pem)).toBe('believed');
    expect(whyNot(certified({ name: 'Direct', domains: [DOMAIN], by: root }).pem)).toBe('believed');
    expect(whyNot(certified({ name: 'Wild', domains: ['*.processor.example'], by: root }).pem)).toBe('believed');
  });

  it('gives the key by which it signs', () => {
    const key = keyOf(own.pem + between.pem, { domain: DOMAIN, pin: null }, NOW, roots);
    expect(key.equals(new X509Certificate(own.pem).publicKey)).toBe(true);
  });

  it('is believed where the map names that very one, whoever vouches for it', () => {
    const alone = certified({ name: 'Alone' });
    expect(whyNot(alone.pem, { pin: fingerprint(alone.pem), trusted: [] })).toBe('believed');
    expect(whyNot(alone.pem, { pin: fingerprint(own.pem) })).toContain(`write certificate: ${fingerprint(alone.pem)}`);
  });

  it.each([
    ['of another domain', own.pem + between.pem, { domain: 'processor.example' }, 'is not for processor.example'],
    ['that only names the domain as its subject', certified({ name: DOMAIN, by: root }).pem, {}, 'is not for'],
    [
      'that nobody vouches for',
      certified({ name: 'Self', domains: [DOMAIN] }).pem,
      {},
      'nobody whom this machine trusts',
    ],
    ['whose authority does not come with it', own.pem, {}, 'nobody whom this machine trusts'],
    ['of an authority that is not trusted', own.pem + between.pem, { trusted: [] }, 'nobody whom this machine trusts'],
    [
      'signed by somebody who is no authority',
      certified({ name: 'Below', domains: [DOMAIN], by: own }).pem + own.pem + between.pem,
      {},
      'nobody whom this machine trusts',
    ],
    [
      'by somebody who takes the name of an authority',
      certified({
        name: 'Forged',
        domains: [DOMAIN],
        by: { ...certified({ name: 'Root', authority: true }), name: 'Root' },
      }).pem,
      {},
      'nobody whom this machine trusts',
    ],
    [
      'that is over',
      certified({ name: 'Old', domains: [DOMAIN], by: root, from: new Date(0), to: new Date(1e12) }).pem,
      {},
      'holds from',
    ],
    [
      'that is over, though the map names it',
      own.pem,
      { now: new Date('2100-01-01'), pin: fingerprint(own.pem) },
      'holds from',
    ],
    [
      'of another kind than has to sign',
      certified({ name: 'Curve', domains: [DOMAIN], by: root, kind: 'ec' }).pem,
      {},
      'RSA',
    ],
    ['that is none', '<html>Sign in</html>', {}, 'is none'],
    ['that is broken', own.pem.replace(/[A-Z]/g, 'A'), {}, 'is none'],
  ])('is not believed %s', (_, pem, given, why) => {
    expect(whyNot(pem, given)).toContain(`denied: `);
    expect(whyNot(pem, given)).toContain(why);
  });
});
