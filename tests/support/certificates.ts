import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

// X.509 in DER, as much of it as a test needs: RFC 5280.
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const length = body.length;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const TRUE = der(0x01, Buffer.from([0xff]));
const RSA_SHA256 = sequence(oid('2a864886f70d01010b'), der(0x05));

const nameOf = (common: string): Buffer => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(common)))));

const time = (at: Date): Buffer => der(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));

const extension = (id: string, value: Buffer, critical = false): Buffer =>
  sequence(oid(id), ...(critical ? [TRUE] : []), der(0x04, value));

const pemOf = (bytes: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${bytes
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n')}\n-----END CERTIFICATE-----\n`;

export type Certified = { readonly name: string; readonly key: KeyObject; readonly pem: string };

type About = {
  readonly name: string;
  /** Domains in it; none of an authority. */
  readonly domains?: readonly string[];
  readonly authority?: boolean;
  /** Who vouches for it; it does so itself where nobody is named. */
  readonly by?: Certified;
  readonly from?: Date;
  readonly to?: Date;
  readonly kind?: 'rsa' | 'ec';
};

/** A key and the certificate of it, made for a test. */
export function certified({
  name,
  domains = [],
  authority = false,
  by,
  from = new Date(Date.now() - 86_400_000),
  to = new Date(Date.now() + 86_400_000),
  kind = 'rsa',
}: About): Certified {
  const { publicKey, privateKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const names = domains.map((domain) => der(0x82, Buffer.from(domain)));
  const extensions = [
    extension('551d13', sequence(...(authority ? [TRUE] : [])), true),
    ...(names.length > 0 ? [extension('551d11', sequence(...names))] : []),
  ];
  const signed = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    RSA_SHA256,
    nameOf(by?.name ?? name),
    sequence(time(from), time(to)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('RSA-SHA256', signed, by?.key ?? privateKey);
  const whole = sequence(signed, RSA_SHA256, der(0x03, Buffer.from([0]), signature));
  return { name, key: privateKey, pem: pemOf(whole) };
}
