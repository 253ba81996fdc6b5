import { createHash } from 'node:crypto';
import type { CollectionStep } from '@/lib/domain/datamap/plan';
import type { Keys } from '@/lib/domain/erasure/types';
import { SourceError } from '../port';

/** In which a value is sent: as it is, or as the hexadecimal digest of it. OpenDSR 2.0, section 5.2. */
export const FORMATS = ['raw', 'sha1', 'md5', 'sha256'] as const;

export type IdentityFormat = (typeof FORMATS)[number];

/** What somebody is known by: `type` is the name of the field, which is the processor's word for it. */
export type KnownIdentity = { readonly type: string; readonly value: string };

/** What a processor can look for. */
export type SupportedIdentity = { readonly type: string; readonly format: string };

/** As it stands in a request. OpenDSR 2.0, section 5.3. */
export type SubjectIdentity = {
  readonly identity_type: string;
  readonly identity_value: string;
  readonly identity_format: IdentityFormat;
};

/**
 * What is known of the person that a step asks for: identities they gave, and keys that led there from another system.
 * @throws SourceError where it was not read what leads there
 */
export function knownIn({ where }: CollectionStep, carried: ReadonlyMap<string, Keys>): KnownIdentity[] {
  const known = where.flatMap((condition): KnownIdentity[] => {
    if (condition.kind === 'identity') return condition.values.map((value) => ({ type: condition.at.column, value }));
    if (condition.kind === 'linked') throw new SourceError('badMap', 'a reference leads from what nobody can read');
    const type = condition.at[0]!.column;
    return (carried.get(condition.carryId) ?? []).map(([value = '']) => ({ type, value }));
  });
  return [...new Map(known.map((one) => [JSON.stringify([one.type, one.value]), one])).values()];
}

const isFormat = (format: string): format is IdentityFormat => (FORMATS as readonly string[]).includes(format);

const inFormat = (value: string, format: IdentityFormat): string =>
  format === 'raw' ? value : createHash(format).update(value).digest('hex');

/** What of it a processor takes, each in every format in which it may hold it: it may have nothing but the digest of an address. */
export const identitiesFor = (
  known: readonly KnownIdentity[],
  supported: readonly SupportedIdentity[],
): SubjectIdentity[] =>
  known.flatMap(({ type, value }) =>
    FORMATS.filter((format) =>
      supported.some((one) => one.type === type && one.format === format && isFormat(format)),
    ).map((format) => ({ identity_type: type, identity_value: inFormat(value, format), identity_format: format })),
  );
