import type { Recognised } from '@/lib/domain/incoming-mail/recognise';

/** `entered`: became a case; `noted`: stands on a case as a note; `dismissed`: asks for nothing. What it said is destroyed with each of these. */
export const INCOMING_STATES = ['waiting', 'entered', 'noted', 'dismissed'] as const;

export type IncomingState = (typeof INCOMING_STATES)[number];

/** Why a mail asks for nothing that the desk has to answer. */
export const DISMISSALS = ['notARequest', 'unwanted', 'answeredOtherwise'] as const;

export type Dismissal = (typeof DISMISSALS)[number];

/** What is kept of a mail until it is settled. */
export type KeptMail = {
  readonly from: { readonly name: string; readonly address: string } | null;
  readonly subject: string;
  readonly text: string;
  readonly attachments: number;
  readonly recognised: Recognised;
};

/** What became of a mail that was handed in. */
export type Taken =
  | { readonly as: 'waiting'; readonly mailId: string }
  | { readonly as: 'bounce'; readonly reference: string }
  | { readonly as: 'known' | 'automatic' };
