import type { ParsedFile } from '../datamap/build';
import { type Problem, suggestion } from '../datamap/problem';
import { interestNamed, lawsWithoutExemption } from '../law/exemptions';
import { PROTECTED_INTERESTS, type RegimeId } from '../law/types';

/**
 * The grounds that a data map names for other people's values, against the laws the controller answers under. A note for each law that
 * withholds nothing for that sake: in a copy under it the desk looks at each value.
 */
export function checkGrounds(
  files: readonly ParsedFile[],
  regimes: readonly RegimeId[],
): { readonly problems: readonly Problem[]; readonly notes: readonly Problem[] } {
  const [problems, notes]: [Problem[], Problem[]] = [[], []];
  for (const { file, path, rule, ground } of writtenGrounds(files)) {
    const interest = interestNamed(ground);
    if (interest === null) {
      problems.push({
        file,
        path,
        message: `no law withholds anything on the ground "${ground}"`,
        fix: suggestion(ground, PROTECTED_INTERESTS, `write one of ${PROTECTED_INTERESTS.join(', ')}`),
      });
      continue;
    }
    if (rule !== 'hide' && rule !== 'replace') continue;
    for (const { title } of lawsWithoutExemption(interest, regimes))
      notes.push({
        file,
        path,
        message: `${title} has no exemption for ${interest}: in a copy under it nothing is withheld here, and the desk decides each value`,
        fix: 'leave it if that is meant, or write rule: decide',
      });
  }
  return { problems, notes };
}

const writtenGrounds = (files: readonly ParsedFile[]) =>
  files.flatMap(({ file, content }) =>
    (content.dataset ?? []).flatMap((system, index) =>
      system.collections.flatMap((collection, number) =>
        collection.fields.flatMap((field, at) => {
          const written = field.meta?.rightsdesk?.otherPerson;
          const path = ['dataset', index, 'collections', number, 'fields', at, 'meta', 'rightsdesk', 'otherPerson'];
          return written === undefined ? [] : [{ file, path: [...path, 'ground'], ...written }];
        }),
      ),
    ),
  );
