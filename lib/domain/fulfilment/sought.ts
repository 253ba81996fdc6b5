import type { SoughtWords } from '../bundle/types';
import type { Sought } from '../datamap/sought';
import type { IdentityKind } from '../datamap/types';
import type { Say } from './facts';

/** A collection by its title, with how it was looked for; null where that was not recorded. */
export type SoughtPlace = { readonly title: string; readonly sought: Sought | null };

export type SoughtSay = {
  readonly say: Say;
  /** What a kind of identity is called, such as "Phone number". */
  readonly kind: (kind: IdentityKind) => string;
  /** Several texts as one, such as "A, B and C". */
  readonly list: (texts: readonly string[]) => string;
};

type Told = { readonly title: string; readonly kind: IdentityKind; readonly how: string };

/** A sentence for each kind and how; the places are named where `named` says so of them. */
function linesOf(
  told: readonly Told[],
  named: (own: readonly Told[]) => boolean,
  { say, kind, list }: SoughtSay,
): string[] {
  const groups = new Map<string, Told[]>();
  for (const one of told)
    groups.set(`${one.kind}\0${one.how}`, [...(groups.get(`${one.kind}\0${one.how}`) ?? []), one]);
  return [...groups.values()].map((own) => {
    const values = { kind: kind(own[0]!.kind), how: own[0]!.how };
    return named(own)
      ? say('sought.lineIn', { ...values, places: list(own.map(({ title }) => title)) })
      : say('sought.line', values);
  });
}

/** What is said of a search as a whole; null where it was not recorded for any of these places. */
export function soughtWords(places: readonly SoughtPlace[], words: SoughtSay): SoughtWords | null {
  const known = places.flatMap(({ title, sought }) => (sought === null ? [] : [{ title, sought }]));
  if (known.length === 0) return null;
  const { say } = words;
  const by = known.flatMap(({ title, sought }) =>
    sought.by.map(({ kind, form }): Told => ({ title, kind, how: say(`sought.form.${form}`) })),
  );
  const not = (inMap: boolean) =>
    known.flatMap(({ title, sought }) =>
      sought.notBy
        .filter(({ reason }) => (reason === 'notInMap') !== inMap)
        .map(({ kind, reason }): Told => ({ title, kind, how: say(`sought.not.${reason}`) })),
    );
  return {
    // One form everywhere needs no places; two systems that compare differently do.
    by: {
      title: say('sought.by'),
      lines: linesOf(by, ([first]) => by.some(({ kind, how }) => kind === first?.kind && how !== first.how), words),
    },
    // What was not given is searched by nowhere; that nothing is found by something is true of the places that it is said of.
    notBy: {
      title: say('sought.notBy'),
      lines: [...linesOf(not(true), () => false, words), ...linesOf(not(false), () => true, words)],
    },
  };
}

/** By what one collection was looked through, in a few words; null where by nothing. @param sought with titles for the collections that led there */
export function soughtCell({ by, through }: Sought, { say, kind, list }: SoughtSay): string | null {
  const kinds = [...new Set(by.map((one) => kind(one.kind)))];
  const parts = [
    ...(kinds.length > 0 ? [list(kinds)] : []),
    ...(through.length > 0 ? [say('sought.through', { places: list(through) })] : []),
  ];
  return parts.length === 0 ? null : parts.join('; ');
}
