import { z } from 'zod';
import { SourceError } from '../port';
import type { SupportedIdentity } from './identities';
import { jsonIn } from './status';

/** OpenDSR 2.0, section 6.3. */
const discoverySchema = z.looseObject({
  api_version: z.string().default('2.0'),
  supported_identities: z.array(z.looseObject({ identity_type: z.string(), identity_format: z.string() })).default([]),
  supported_subject_request_types: z.array(z.string()).default([]),
  processor_certificate: z.url({ protocol: /^https?$/ }),
});

/** What a processor says that it can be asked. */
export type Discovery = {
  readonly apiVersion: string;
  readonly identities: readonly SupportedIdentity[];
  readonly types: readonly string[];
  readonly certificateUrl: URL;
};

/** @throws SourceError where it is none */
export function discoveryIn(body: Buffer): Discovery {
  const read = discoverySchema.safeParse(jsonIn(body));
  if (!read.success)
    throw new SourceError(
      'badMap',
      'GET /discovery is answered with something else: correct the address of the system',
    );
  const { api_version, supported_identities, supported_subject_request_types, processor_certificate } = read.data;
  return {
    apiVersion: api_version,
    identities: supported_identities.map(({ identity_type: type, identity_format: format }) => ({ type, format })),
    types: supported_subject_request_types,
    certificateUrl: new URL(processor_certificate),
  };
}

/**
 * Whether an address is of the same domain as the one that is asked, or of a neighbour below the same one, where processors keep their files.
 * Section 6.3: the domain of the certificate must match. What is believed of it, its own names and who vouches for it say.
 */
export function isOfDomain(host: string, domain: string): boolean {
  const above = domain.split('.').slice(1).join('.');
  const own = above.includes('.') ? above : domain;
  return host === own || host.endsWith(`.${own}`);
}
