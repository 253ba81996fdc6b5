/** A case that the caller may see and change: minted only by the gates in lib/features/staff and lib/features/delivery. */
export type AuthorizedCaseId = string & { readonly __brand: 'AuthorizedCaseId' };
