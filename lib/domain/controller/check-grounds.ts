import type { ParsedFile } from '../datamap/build';
import { type Problem, suggestion } from '../datamap/problem';
import { interestNamed, lawsWithoutExemption } from '../law/exemptions';
import { groundsForKeeping } from '../law/rights';
import { PROTECTED_INTERESTS, type RegimeId, RIGHT_IDS } from '../law/types';

/**
 * The grounds that a data map names for other people's values, and for data that stay though their erasure is asked for, and the rights that it
 * says end a purpose, against the law. A
 * note for each law the controller answers under that withholds nothing for that sake: in a copy under it the desk looks at each value.
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
  const keeping = groundsForKeeping().map(({ id }) => id);
  for (const { file, path, ground } of groundsOfKeeping(files))
    if (!keeping.includes(ground))
      problems.push({
        file,
        path,
        message: `no law lets data be kept on the ground "${ground}"`,
        fix: suggestion(ground, keeping, `write one of ${keeping.join(', ')}`),
      });
  for (const { file, path, right } of endingRights(files))
    if (!RIGHT_IDS.some((known) => known === right))
      problems.push({
        file,
        path,
        message: `there is no right "${right}"`,
        fix: suggestion(right, RIGHT_IDS, 'name a right of the law'),
      });
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

const endingRights = (files: readonly ParsedFile[]) =>
  files.flatMap(({ file, content }) =>
    Object.entries(content.rightsdesk?.purposes ?? {}).flatMap(([id, { endedBy = [] }]) =>
      endedBy.map((right, at) => ({ file, path: ['rightsdesk', 'purposes', id, 'endedBy', at], right })),
    ),
  );

const groundsOfKeeping = (files: readonly ParsedFile[]) =>
  files.flatMap(({ file, content }) =>
    (content.dataset ?? []).flatMap((system, index) =>
      system.collections.flatMap((collection, number) => {
        const written = collection.meta?.rightsdesk?.erasure;
        const path = ['dataset', index, 'collections', number, 'meta', 'rightsdesk', 'erasure', 'ground'];
        return typeof written === 'object' && 'keep' in written ? [{ file, path, ground: written.ground }] : [];
      }),
    ),
  );
