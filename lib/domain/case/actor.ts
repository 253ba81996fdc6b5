/** Who acts on a case. A requester is known by the case they are let into; parts of the product by their name. */
export type Actor =
  | { readonly kind: 'requester'; readonly id: string }
  | { readonly kind: 'staff'; readonly id: string }
  | { readonly kind: 'system'; readonly id: 'portal' | 'worker' | 'clock' };
