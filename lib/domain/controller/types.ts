import type { IdentityKind, LocalText } from '../datamap/types';
import type { RegimeId, RightId } from '../law/types';
import type { Locale } from '../locale';

/** An address one can act on: as many of these as are known. */
export type ControllerContact = {
  readonly name: LocalText;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly url: string | null;
};

/** What the form asks so that the person can be found. At least one must be given; a required one always. */
export type Identifier = {
  readonly kind: IdentityKind;
  /** Null for `email` and `phone`, which the portal words itself. */
  readonly label: LocalText | null;
  /** What to write, to whoever asks for themselves. */
  readonly hint: LocalText | null;
  /** The same to whoever acts for another: theirs, not one's own. */
  readonly hintOfAnother: LocalText | null;
  readonly required: boolean;
};

/** Says that a right can be exercised faster in the product itself; the form stays open to those who prefer it. */
export type QuickerInApp = { readonly right: RightId; readonly text: LocalText; readonly url: string | null };

/** Another controller to which a copy can be sent straight: Art. 20(2) GDPR. */
export type Receiver = {
  readonly id: string;
  readonly name: LocalText;
  readonly kind: 'https-upload';
  readonly url: string;
  /** Names the variable with the secret that it asks for; null where it asks for none. */
  readonly secretName: string | null;
  /** Its host stands in the operator's own network. */
  readonly inside: boolean;
};

/** Who answers for the processing (Art. 4(7) GDPR), and how its portal looks and speaks. */
export type ControllerDefinition = {
  readonly id: string;
  readonly name: string;
  readonly legalName: string;
  /** Country whose public holidays move the deadlines: Reg. 1182/71, Art. 2(1). ISO 3166 code. */
  readonly establishment: { readonly country: string; readonly address: string | null };
  /** Companies of the same group. */
  readonly group: readonly string[];
  /** IANA name. A request is received on the local date of this zone. */
  readonly timezone: string;
  readonly calendar: string;
  /** The first is the controller's own. */
  readonly languages: readonly Locale[];
  /** Two capitals with which references of this controller's cases begin. */
  readonly referencePrefix: string;
  /** `#rrggbb`. */
  readonly brandColour: string;
  /** The SVG itself, or null. */
  readonly logoSvg: string | null;
  readonly contact: ControllerContact;
  readonly dpo: ControllerContact | null;
  /** Country of the authority to name beside that of the person's residence: Art. 77 GDPR. */
  readonly authority: string;
  readonly minimumAge: number;
  /** Below this age some choices need the written direction of a holder of parental responsibility; null where the policy has no such rule. */
  readonly guardianBelowAge: number | null;
  readonly regimes: readonly RegimeId[];
  readonly privacyPolicyUrl: string;
  /** ISO 639 codes: the portal may speak more languages than the policy was written in. */
  readonly privacyPolicyLanguages: readonly string[];
  readonly sellsData: boolean;
  /** Whether others get data for advertising by what people do elsewhere: "sharing" in Cal. Civ. Code 1798.140(ah). */
  readonly sharesForAdvertising: boolean;
  /** Where the policy stands by which customers can prevent disclosures for others’ direct marketing, and the free means: 1798.83(c)(2); null without one. */
  readonly marketingChoice: { readonly url: string; readonly means: LocalText } | null;
  readonly identifiers: readonly Identifier[];
  readonly receivers: readonly Receiver[];
  /** Days after the answer for which a bundle can be downloaded, and for which a closed case is kept. */
  readonly retention: { readonly bundleDays: number; readonly caseDays: number };
  readonly erasure: { readonly coolingOffDays: number; readonly suppressedDays: number };
  readonly texts: {
    readonly intro: LocalText;
    readonly guardian: LocalText | null;
    readonly quickerInApp: readonly QuickerInApp[];
    /** The words that label a request under Cal. Civ. Code 1798.83; null where the controller offers none. */
    readonly californiaStatement: LocalText | null;
  };
};

export type ControllerMark = { readonly id: string; readonly name: string };
