import type { SearchNote } from './schema';

/** Whose cases are searched: those of these controllers, or of all where there are none. */
export type SearchScope = { readonly controllerIds: readonly string[] };

/** What one reading found, soonest last day first; `more` where there are cases beyond the list. */
export type Found = { readonly ids: readonly string[]; readonly more: boolean };

/** What all readings found together, and the note for the address of the list. */
export type Searched = { readonly ids: readonly string[]; readonly by: SearchNote['by']; readonly sealedNote: string };
