import type { ParsedFile } from '../datamap/build';
import { guessSecret } from '../datamap/guess';
import type { Problem } from '../datamap/problem';
import type { FieldEntry } from '../datamap/schema';
import { secretsOf } from '../datamap/secrets';
import { lawsForbidding } from '../law/exemptions';
import type { RegimeId } from '../law/types';

type Path = readonly PropertyKey[];

/**
 * Fields that look like a number or secret that a law of the controller never lets be sent, and of which the map does not say whether they are.
 * One that is not known as such is handed over.
 */
export function checkSecrets(files: readonly ParsedFile[], regimes: readonly RegimeId[]): readonly Problem[] {
  return files.flatMap(({ file, content }) =>
    (content.dataset ?? []).flatMap((system, index) =>
      system.collections.flatMap((collection, number) =>
        unsaidIn(collection.fields, ['dataset', index, 'collections', number]).flatMap(({ name, path }) => {
          const kind = guessSecret(name);
          const citations = kind === null ? [] : lawsForbidding(kind, regimes).map(({ citation }) => citation);
          if (citations.length === 0) return [];
          return [
            {
              file,
              path,
              message: `${system.fides_key}.${collection.name}.${name} looks like what must never be sent (${citations.join(', ')}), and is handed over as it is`,
              fix: `write meta.rightsdesk.secret: ${kind}, or false if it is none`,
            },
          ];
        }),
      ),
    ),
  );
}

/** Fields of which nothing says whether they are a secret, those inside a column of JSON too. What is only "held or not" has left nothing to hide. */
function unsaidIn(fields: readonly FieldEntry[], at: Path): { readonly name: string; readonly path: Path }[] {
  return fields.flatMap((field, index) => {
    const path = [...at, 'fields', index];
    const own = field.meta?.rightsdesk;
    if (own?.secret !== undefined || own?.presenceOnly !== undefined) return [];
    if (secretsOf({ ...field, fields: [] }).length > 0) return [];
    return [{ name: field.name, path }, ...unsaidIn(field.fields ?? [], path)];
  });
}
