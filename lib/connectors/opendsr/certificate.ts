import { type KeyObject, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { SourceError } from '../port';

// A signing certificate, two intermediate ones and a root are as many as anybody has.
const LONGEST_CHAIN = 5;

const BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

const isValid = (certificate: X509Certificate, now: Date): boolean =>
  Date.parse(certificate.validFrom) <= now.getTime() && now.getTime() <= Date.parse(certificate.validTo);

const issued = (issuer: X509Certificate, certificate: X509Certificate, now: Date): boolean =>
  issuer.ca && isValid(issuer, now) && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

/** Whether authorities that this machine trusts vouch for a certificate, over those that came with it. */
function isVouchedFor(
  leaf: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly string[],
  now: Date,
): boolean {
  let [current, length] = [leaf, 1];
  for (; length < LONGEST_CHAIN; length++) {
    const { issuer } = current;
    const known = roots.map((pem) => new X509Certificate(pem)).filter(({ subject }) => subject === issuer);
    if (known.some((root) => issued(root, current, now))) return true;
    const next = others.find((one) => one !== current && issued(one, current, now));
    if (next === undefined) return false;
    current = next;
  }
  return false;
}

const certificatesIn = (pem: string): X509Certificate[] => {
  try {
    return (pem.match(BLOCK) ?? []).map((block) => new X509Certificate(block));
  } catch {
    return [];
  }
};

/** Whose word is taken for what. `pin`: the SHA-256 of the one certificate that is believed. */
export type Signer = { readonly domain: string; readonly pin: string | null };

/**
 * The key by which a processor signs, from the certificate that it publishes, once that is believed: because the map names that very one, or
 * because it is for the processor's domain and an authority vouches for it.
 * @param pem of the certificate, followed by those of who vouches for it, if any
 * @throws SourceError with what is wrong
 */
export function keyOf(
  pem: string,
  { domain, pin }: Signer,
  now: Date,
  roots: readonly string[] = rootCertificates,
): KeyObject {
  const [leaf, ...others] = certificatesIn(pem);
  const refuse = (why: string): never => {
    throw new SourceError('denied', why);
  };
  if (!leaf) return refuse('what it publishes as its certificate is none');
  if (leaf.publicKey.asymmetricKeyType !== 'rsa')
    return refuse('its certificate is not of RSA, with which it has to sign');
  if (!isValid(leaf, now)) return refuse(`its certificate holds from ${leaf.validFrom} to ${leaf.validTo}`);
  const found = leaf.fingerprint256;
  if (pin !== null)
    return pin === found
      ? leaf.publicKey
      : refuse(
          `it signs by another certificate than the map names: where it has renewed it, write certificate: ${found}`,
        );
  if (leaf.checkHost(domain, { subject: 'never' }) === undefined)
    return refuse(`its certificate is not for ${domain}: where it signs for another domain, write domain`);
  return isVouchedFor(leaf, others, roots, now)
    ? leaf.publicKey
    : refuse(
        `nobody whom this machine trusts vouches for its certificate: ask the processor for its fingerprint, and if that is the same, write certificate: ${found}`,
      );
}
