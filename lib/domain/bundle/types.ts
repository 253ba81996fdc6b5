import type { Sought } from '../datamap/sought';
import type { Locale } from '../locale';

/** A calendar date, YYYY-MM-DD, in the controller's time zone. */
export type DateOn = string;

/** An address one can act on: as many of these as are known. */
export type BundleContact = {
  readonly name: string;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly url: string | null;
};

export type BundleController = {
  /** The name people know, e.g. of the app. */
  readonly name: string;
  readonly legalName: string;
  readonly address: string | null;
  /** Where to write about this answer. */
  readonly contact: BundleContact;
  /** Data protection officer (Art. 37), when there is one. */
  readonly dpo: BundleContact | null;
  /** The controller's colour on light and on dark, #rrggbb, with its contrast already computed. */
  readonly accent: { readonly light: string; readonly dark: string };
};

export type BundleField = {
  /** Key in the records, e.g. "started_at". */
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  /** In what its numbers are counted: a unit of ECMA-402, or a currency of ISO 4217. */
  readonly unit: string | null;
  /** What its codes mean, by code. */
  readonly values: Readonly<Record<string, string>>;
  /** Says something to the system only, such as a key. */
  readonly technical: boolean;
};

/** Art. 15(1)(c): who has or will have received it; a category of recipients only where nobody can be named (C-154/21). */
export type BundleRecipient = {
  readonly name: string;
  readonly purpose: string | null;
  readonly country: string | null;
};

/** Art. 15(1)(a) with the basis of Art. 6 or 9 that Art. 15's guidelines want beside it. */
export type BundlePurpose = { readonly purpose: string; readonly basis: string; readonly citation: string | null };

/** Art. 15(1)(h): that a machine decides, by which logic, and what it means for the person (C-203/22). */
export type BundleAutomatedDecision = { readonly logic: string; readonly consequences: string };

/** Art. 15(2): where else it goes, and the safeguards of Art. 46. */
export type BundleTransfer = { readonly destination: string; readonly safeguard: string };

/** One collection of the data map that holds something about this person: Art. 15(1)(b) in its particulars. */
export type BundleCategory = {
  readonly collectionId: string;
  readonly systemName: string;
  readonly title: string;
  readonly description: string | null;
  /** In the order of the columns. A record may hold keys beyond these; they are kept, after these. */
  readonly fields: readonly BundleField[];
  readonly purposes: readonly BundlePurpose[];
  /** Art. 15(1)(g). Here and below, null: the controller has not stated it, and nothing is said. */
  readonly source: string | null;
  /** Whether the person provided it, which Art. 20 asks. */
  readonly providedBySubject: boolean | null;
  /** Empty: nobody. */
  readonly recipients: readonly BundleRecipient[] | null;
  /** Art. 15(1)(d): the period, or the criteria for it. */
  readonly retention: string | null;
  /** Empty: nowhere. */
  readonly transfers: readonly BundleTransfer[] | null;
  /** Empty: none is taken. */
  readonly automatedDecisions: readonly BundleAutomatedDecision[] | null;
  /** What other people who use the service can see of it; null where nothing. */
  readonly visibleToOthers: string | null;
};

/** What a search of one collection came to. "notApplicable" says why in `reason`. */
export type BundleSearch = {
  readonly system: string;
  readonly collection: string;
  readonly result: 'found' | 'nothing' | 'notApplicable';
  readonly reason: string | null;
  readonly count: number;
  /** How it was looked for, with titles for the collections that led to it; null where that was not recorded. */
  readonly sought: Sought | null;
  /** By what it was looked for, in a few words; null where by nothing. */
  readonly by: string | null;
};

/** Something that was found and is not in the copy, or not wholly (Art. 12(4), 15(4)). */
export type BundleWithheld = {
  /** Null when it concerns more than one collection. */
  readonly collectionId: string | null;
  readonly collection: string;
  readonly count: number;
  /** Where it would stand: a field's title, "whole record", … */
  readonly what: string;
  readonly ground: string;
  readonly citation: string;
  /** What it is about this case that makes the ground apply. */
  readonly facts: string | null;
};

/** A right one still has, and how to use it (Art. 15(1)(e)-(f), 79); `contact` is null where it leads to nobody in particular. */
export type BundleRemedy = {
  readonly title: string;
  readonly text: string;
  readonly citation: string;
  readonly contact: BundleContact | null;
};

/** One right of this request and what became of it. `scope`: for which time it was asked, where the law lets the person say so, else null. */
export type BundleAnswer = {
  readonly title: string;
  readonly outcome: string;
  readonly citation: string;
  readonly scope: string | null;
};

/**
 * Everything a bundle says besides the records. Plain data: every text is already in `locale`; nothing here is an id to be looked up.
 * `locale` chooses the words that belong to the bundle itself.
 */
export type BundleFacts = {
  /** Null for a preview, which answers nobody's request. */
  readonly reference: string | null;
  readonly locale: Locale;
  /** IANA zone in which `madeAt` is shown, e.g. "Europe/Luxembourg". */
  readonly timezone: string;
  readonly controller: BundleController;
  readonly subject: { readonly name: string };
  readonly answers: readonly BundleAnswer[];
  readonly receivedOn: DateOn;
  /** The last day to answer by law; null for a preview. */
  readonly dueOn: DateOn | null;
  /** Instant, ISO 8601 with Z. */
  readonly madeAt: string;
  readonly remedies: readonly BundleRemedy[];
  readonly categories: readonly BundleCategory[];
  /** Whether the controller has stated for all it holds what a machine alone decides: then nothing but what is named here is. */
  readonly decisionsStated: boolean;
  /** By what article the person may take their data elsewhere; null where the laws of the request give no such right. */
  readonly portableBy: string | null;
  readonly searched: readonly BundleSearch[];
  /** By what and in which form was searched, and by what not; null where it was not recorded. `column`: what `by` of a search is called. */
  readonly sought: (SoughtWords & { readonly column: string }) | null;
  readonly withheld: readonly BundleWithheld[];
  /** Public address of the signing key, outside the bundle, e.g. https://rights.example/.well-known/rightsdesk-keys.json. */
  readonly keyUrl: string;
};

/** How a search is told: by what was looked and in which form, and by what not and why; a sentence each, under its heading. Never a value. */
export type SoughtWords = {
  readonly by: { readonly title: string; readonly lines: readonly string[] };
  readonly notBy: { readonly title: string; readonly lines: readonly string[] };
};
