import { type LocalDate, toDbDate } from '@/lib/domain/calendar/local-date';
import type { Identities } from '@/lib/domain/datamap/identity';
import { suppressedForms } from '@/lib/domain/suppression/forms';
import { suppressedUntil } from '@/lib/domain/suppression/kept-until';
import { suppressionDigest } from '@/lib/features/suppression/data';
import { controller } from '@/lib/platform/controllers/registry';
import type { Db } from '@/lib/platform/db/client';
import { indexKeyId } from '@/lib/platform/vault/blind-index';

/** Keeps, keyed, by what the person was known whose data were erased; erased again, it is kept anew from that day. */
export async function suppress(tx: Db, controllerId: string, identities: Identities, on: LocalDate): Promise<void> {
  const { definition, dataMap } = controller(controllerId);
  const keptUntil = toDbDate(suppressedUntil(on, definition.erasure.suppressedDays, dataMap));
  const data = { keyId: indexKeyId(), erasedOn: toDbDate(on), keptUntil };
  for (const [kind, values] of Object.entries(identities))
    for (const form of new Set((values ?? []).flatMap((value) => suppressedForms(kind, value)))) {
      const key = { controllerId, kind, digest: suppressionDigest(controllerId, kind, form) };
      await tx.suppression.upsert({
        where: { controllerId_kind_digest: key },
        create: { ...key, ...data },
        update: data,
      });
    }
}
