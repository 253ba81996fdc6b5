/** Id of the system that this portal itself is to whoever asks for a copy; no data set of an operator may have it. */
export const PORTAL = 'portal';

/** Whether a collection is of this portal's own records: what is held of a person because they asked, in no system of the controller. */
export const isPortals = ({ collectionId }: { readonly collectionId: string }): boolean =>
  collectionId.startsWith(`${PORTAL}.`);

/** What of the facts of Art. 15(1)(c), (d) and (2) GDPR only the controller knows of these records; null where it does not say. */
export type PortalFacts = {
  readonly recipientIds: readonly string[] | null;
  readonly transferIds: readonly string[] | null;
  /** Days for which a case is kept after it is closed. */
  readonly caseDays: number;
};
