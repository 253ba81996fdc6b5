/** Whose code it is: that of the mailbox in use, or of the one that it is to be. */
export const MAILBOXES = ['contactFrom', 'contactTo'] as const;

export type Mailbox = (typeof MAILBOXES)[number];

/** A change that is under way: to which address, and which mailboxes have agreed. */
export type ContactChange = { readonly email: string; readonly confirmed: readonly Mailbox[] };
