/** Fields as a form sends them, in their order; React's own, which begin with `$`, are none. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** A field of a form as a page holds it. `fixed`: the page itself wrote its value, and nobody can type there. */
export type FieldView = { readonly name: string; readonly value: string; readonly fixed: boolean };

/** How well a form of a page is the one that was sent: what it says by itself must be the same, and the more it asks for the same the better. 0: another form. */
export function likeness(form: readonly FieldView[], sent: Fields): number {
  let score = 0;
  for (const { name, value, fixed } of form) {
    if (name === '' || name.startsWith('$')) continue;
    const values = sent.filter(([other]) => other === name);
    // The version of the case that was seen is another one by now, and that is what the note says.
    if (fixed && name !== 'seenVersion' && !values.some(([, given]) => given === value)) return 0;
    if (values.length > 0) score += 1;
  }
  return score;
}
