import type { HttpSystem } from '../http/types';

/**
 * A processor that takes requests as OpenDSR 2.0 has them: it is reached as a service over HTTP is, and what it says of a request it signs. The
 * fields of its one collection are named as it names identities: `email`, `controller_customer_id`.
 */
export type OpenDsrSystem = Omit<HttpSystem, 'kind'> & {
  readonly kind: 'opendsr';
  /** Where requests are sent and asked for, below its address. */
  readonly path: string;
  /** For which it signs; null where that is the host of its address. */
  readonly domain: string | null;
  /** SHA-256 of the one certificate that is believed, in hexadecimal with colons; null where an authority has to vouch for it. */
  readonly certificate: string | null;
  /** What this processor wants in each request besides. */
  readonly body: Readonly<Record<string, unknown>>;
};
