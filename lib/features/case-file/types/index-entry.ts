/** What a case can be found by: a kind of word, and the keyed hash of one. */
export type IndexEntry = { readonly kind: string; readonly digest: Uint8Array<ArrayBuffer> };
