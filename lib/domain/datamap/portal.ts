import type { Problem } from './problem';

/** Id of the system that this portal itself is to whoever asks for a copy; no data set of an operator may have it. */
export const PORTAL = 'portal';

/** Whether a collection is of this portal's own records: what is held of a person because they asked, in no system of the controller. */
export const isPortals = ({ collectionId }: { readonly collectionId: string }): boolean =>
  collectionId.startsWith(`${PORTAL}.`);

/** What of the facts of Art. 15(1)(c), (d) and (2) GDPR only the controller knows of these records; null where it does not say. */
export type PortalFacts = {
  readonly recipientIds: readonly string[] | null;
  readonly transferIds: readonly string[] | null;
};

/** What a copy cannot say of them: the controller alone knows on whose servers this portal runs. */
export const unstatedOfPortal = ({ recipientIds, transferIds }: PortalFacts): Pick<Problem, 'message' | 'fix'>[] => [
  ...(recipientIds === null ? [gap('who receives what this portal keeps: Art. 15(1)(c)', 'recipients')] : []),
  ...(transferIds === null
    ? [gap('whether what this portal keeps goes to a third country: Art. 15(2)', 'transfers')]
    : []),
];

const gap = (what: string, key: string) => ({
  message: `nothing says ${what}`,
  fix: `write rightsdesk.portal.${key}, a list of ids or []`,
});
