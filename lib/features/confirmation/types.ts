/** What a mailed link or code is for. It opens nothing else: `pageLink`, in every mail about a request, opens its page once and no data. */
export const TOKEN_PURPOSES = [
  'confirmEmail',
  'accessLink',
  'pageLink',
  'deliveryCode',
  'contactFrom',
  'contactTo',
] as const;

/** Those whose code is typed on the open page: the secret made with it was never mailed and is nobody's way in. */
export const TYPED_PURPOSES: readonly string[] = [
  'deliveryCode',
  'contactFrom',
  'contactTo',
] satisfies readonly TokenPurpose[];

export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

export type IssuedToken = { readonly token: string; readonly code: string; readonly expiresAt: Date };

/** Why a link or code did not work. Each has a sentence that says what to do, and the offer of a new one. `malformed`: no six digits. */
export type TokenRefusal = 'malformed' | 'wrong' | 'expired' | 'used' | 'tooMany';
