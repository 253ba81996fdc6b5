import type { SecretKind } from './secret-kinds';
import type { Locale } from '../locale';
import type { FileCollection } from './files/types';
import type { HttpCollection, HttpSystem } from './http/types';
import type { OpenDsrSystem } from './opendsr/types';

/** A text a person will read, in every language of the product. Languages the operator did not write repeat the controller's first one. */
export type LocalText = Readonly<Record<Locale, string>>;

/** What Art. 15(1) and (2) GDPR want said of the data and a map may leave unsaid. Letters (e) and (f) come from the law. */
export type MapFact = 'purposes' | 'categories' | 'recipients' | 'period' | 'source' | 'automated' | 'transfers';

/** What a person can be found by: `email` and `phone` are compared by meaning, every other kind as a text. */
export type IdentityKind = string;

/** Legal bases of Art. 6(1)(a)–(f) GDPR, in the order of the article's letters. */
export type BasisId =
  'consent' | 'contract' | 'legalObligation' | 'vitalInterests' | 'publicTask' | 'legitimateInterests';

/** Everything the controller holds about people, where, and the facts of Art. 15(1) and (2) GDPR about it. */
export type DataMap = {
  /** ISO 3166 code of where the controller is: a telephone number without country code is one of there. */
  readonly country: string;
  readonly systems: readonly DataSystem[];
  readonly categories: Readonly<Record<string, DataCategory>>;
  readonly purposes: Readonly<Record<string, Purpose>>;
  readonly recipients: Readonly<Record<string, Recipient>>;
  readonly retentions: Readonly<Record<string, Retention>>;
  readonly transfers: Readonly<Record<string, Transfer>>;
  /** What may be written in several places and is one thing about the person, such as their name. */
  readonly facts: Readonly<Record<string, PersonalFact>>;
  /** By calendar year, what others got for their own direct marketing; an empty list says nobody, a year that is not there says nothing. */
  readonly disclosures: Readonly<Record<string, readonly Disclosure[]>>;
};

/** One database or service. `urlName` names the environment variable that holds its address and read-only login. */
export type DataSystem = {
  readonly id: string;
  readonly name: LocalText;
  readonly description: LocalText | null;
  readonly connector: ConnectorKind;
  readonly urlName: string;
  /** Names the variable with the login by which records are erased; null where nobody gave one, and a person does it. */
  readonly writeUrlName: string | null;
  readonly timeoutSeconds: number;
  /** How it is asked, where its kind needs more than an address. */
  readonly access: HttpSystem | OpenDsrSystem | null;
  /** Who is asked for what it holds where nothing reads it, or a processor takes no request; else null. */
  readonly owner: SystemOwner | null;
  /** Copies of it that an erasure does not reach, and how long each keeps what it holds. Empty: none. Null: the map does not say. */
  readonly backups: readonly Backup[] | null;
  /** Tables that the map leaves out on purpose. */
  readonly leftOut: readonly string[];
  readonly collections: readonly Collection[];
};

/** `period`: ISO 8601, from when something is erased until the last copy of it is overwritten. */
export type Backup = { readonly title: LocalText; readonly period: string };

export const CONNECTOR_KINDS = ['postgres', 'mysql', 'http', 'files', 'opendsr', 'people'] as const;

/** Whoever keeps a system that no connector reads, or is in touch with its processor. They have no account here: a link is mailed to them for each case. */
export type SystemOwner = {
  readonly name: string;
  readonly email: string;
  /** Days in which they are asked to answer. */
  readonly days: number;
};

/** How a system is reached; `portal` is this portal itself, which no map names. What each kind can do is declared in lib/connectors. */
export type ConnectorKind = (typeof CONNECTOR_KINDS)[number] | 'portal';

/** A table. `id` is `<system>.<name>`, unique in the data map and usable as a file name. */
export type Collection = {
  readonly id: string;
  readonly systemId: string;
  /** Schema of the table, or null where the search path of the role finds it. */
  readonly schema: string | null;
  readonly name: string;
  readonly title: LocalText;
  readonly description: LocalText;
  readonly categoryId: string;
  /** True where one record is one account: an address that finds a record here belongs to a known person. */
  readonly account: boolean;
  readonly fields: readonly Field[];
  /** How records are asked for, where its kind of system has no names of tables alone. */
  readonly access: HttpCollection | FileCollection | null;
  /** References of several columns together, beside those of single fields. */
  readonly references: readonly CompositeReference[];
  readonly purposeIds: readonly string[];
  /** Empty: nobody. Null: the map does not say, and so does the answer not. */
  readonly recipientIds: readonly string[] | null;
  readonly retentionId: string | null;
  /** Empty: it does not leave. Null: the map does not say. */
  readonly transferIds: readonly string[] | null;
  /** Null: the map does not say. */
  readonly source: Source | null;
  /** Processed by automated means, one of the conditions of portability: Art. 20(1)(b) GDPR. */
  readonly automated: boolean;
  /** Art. 15(1)(h) GDPR. `none`: no decision is taken from it by automated means alone. Null: the map does not say. */
  readonly automatedDecision: AutomatedDecision | 'none' | null;
  /** What other users of the service can see of it; null where nothing. */
  readonly publicToOthers: LocalText | null;
  /** Null: the map does not say. What is only the person's goes then; of what their records merely name, somebody has to say it. */
  readonly erasure: ErasureRule | null;
  /** Null: nothing in the table says that a record is restricted. */
  readonly restriction: Restriction | null;
  /** Field in which a statement of the person stands beside the record (Art. 16, second sentence, GDPR); null where none can. */
  readonly statementField: string | null;
  /** The usual file of such data elsewhere, and which field stands where in it; null where there is none. */
  readonly portableAs: PortableShape | null;
  /** Columns that the map leaves out on purpose. */
  readonly leftOut: readonly string[];
};

/**
 * Files that other services take such data in: a card for each record (vCard 4.0, RFC 6350), an event (iCalendar, RFC 5545) or a message (mbox,
 * RFC 4155). Each part names the field that holds it.
 */
export type PortableShape =
  | {
      readonly as: 'vcard';
      readonly fields: { readonly name: string } & Partial<Record<'phone' | 'email' | 'organisation' | 'note', string>>;
    }
  | {
      readonly as: 'icalendar';
      readonly fields: { readonly summary: string; readonly start: string } & Partial<
        Record<'end' | 'description' | 'location', string>
      >;
    }
  | {
      readonly as: 'mbox';
      readonly fields: { readonly sentAt: string; readonly body: string } & Partial<
        Record<'from' | 'to' | 'subject', string>
      >;
    };

export type Field = {
  readonly name: string;
  readonly title: LocalText;
  readonly description: LocalText | null;
  /** fideslang keys, for example `user.contact.email`. */
  readonly dataCategories: readonly string[];
  readonly identity: IdentityKind | null;
  readonly match: IdentityMatch;
  /** Which fact about the person it holds, where it can be corrected here; null where it cannot. */
  readonly factId: string | null;
  readonly primaryKey: boolean;
  readonly references: readonly Reference[];
  /** What stands inside a column of JSON and leads to a person or on; the column itself is read whole. */
  readonly inside: readonly InnerField[];
  /** `text`: handed over as a string whatever its type, for values that readers of JSON would round. */
  readonly cast: 'text' | null;
  readonly otherPerson: OtherPerson | null;
  /** Numbers and secrets in it: itself, or places inside a column of JSON. A law may never let one be sent. */
  readonly secrets: readonly Secret[];
  /** Why only "held or not held" is shown and the value never leaves its system, as for a password's hash; null for all other fields. */
  readonly presenceOnly: LocalText | null;
  /** In what its numbers are counted: one of UNITS, or a currency (ISO 4217). */
  readonly unit: string | null;
  /** What its codes mean, by code; a value without an entry is shown as it is. */
  readonly values: Readonly<Record<string, LocalText>>;
  /** Says something to the system only, such as a key: a reader finds it behind what is about them. */
  readonly technical: boolean;
};

/** Units of a field, as ECMA-402 names them. */
export const UNITS = [
  ...(['second', 'millisecond', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const),
  ...(['byte', 'kilobyte', 'megabyte', 'gigabyte', 'meter', 'kilometer', 'mile', 'kilogram', 'celsius'] as const),
  ...(['percent', 'degree', 'liter', 'kilometer-per-hour'] as const),
] as const;

/**
 * `email`: capitals, blanks around, and the several Unicode spellings of one letter do not matter. `phone`: however the number is written.
 * `text`: as `email`, but capitals matter. `exact`: as stored, so that a plain index is used.
 */
export type IdentityMatch = 'email' | 'phone' | 'text' | 'exact';

/** Where a value stands in a record: a column, or the names that lead to it inside a column of JSON, through lists too. */
export type Place = { readonly column: string; readonly path: readonly string[] };

/** A field inside a column of JSON, as Fides nests them. */
export type InnerField = Pick<Field, 'identity' | 'match' | 'references'> & { readonly path: readonly string[] };

/**
 * The values of this field are those of another field. `to`: records here lead to records there; `from`: records there
 * lead to records here; `both`: either way. The words are those of a Fides dataset.
 */
export type Reference = {
  readonly collectionId: string;
  readonly place: Place;
  readonly direction: Direction;
};

export type Direction = 'to' | 'from' | 'both';

/** Several columns that refer together: a record matches only where every one of them does, as in a foreign key of several columns. */
export type CompositeReference = {
  readonly collectionId: string;
  readonly direction: Direction;
  readonly pairs: readonly { readonly here: Place; readonly there: Place }[];
};

/** `path`: the names that lead to it inside a column of JSON, through lists too; empty for the column itself. */
export type Secret = { readonly kind: SecretKind; readonly path: readonly string[] };

/** What becomes of another person's data in a copy for the data subject, such as Art. 15(4) GDPR lets it be withheld. */
export type OtherPerson = {
  /** `show`: the subject knows it already. `hide`: removed. `replace`: the label stands instead. `decide`: a person looks at each value. */
  readonly rule: 'show' | 'hide' | 'replace' | 'decide';
  /** Who it is, as the requester may read it: "the person you called". */
  readonly label: LocalText;
  /** For whose sake a value is withheld, as written: an interest of lib/domain/law, or the id of an exemption that protects it under any law. */
  readonly ground: string;
  /** Field of an account, as `<system>.<collection>.<field>`: a value that stands there too is the requester's own, and no rule applies. */
  readonly unless: string | null;
  /** Field of the same record that says whose this value is, such as the sender of a sender's name; null: the value itself. */
  readonly toldBy: string | null;
};

/** `subject`: they gave it. `observed`: recorded while they used the service. `derived`: concluded by us. `thirdParty`: came from elsewhere, Art. 15(1)(g). */
export type Source = { readonly kind: 'subject' | 'observed' | 'derived' | 'thirdParty'; readonly text: LocalText };

/** What the person's records of a collection hold when something is so, field by field. */
export type Mark = { readonly collectionId: string; readonly fields: Blanks };

/** The marks of a restriction of processing (Art. 18 GDPR): while it holds, and once it is lifted. */
export type Restriction = { readonly set: Blanks; readonly lifted: Blanks };

export type PersonalFact = { readonly id: string; readonly title: LocalText };

/** What a field holds after its value was taken out: nothing, or the same for everybody. */
export type Blanks = Readonly<Record<string, string | number | boolean | null>>;

/**
 * What becomes of a record when the person's data are erased. `erase`: it goes; where a kept record refers to it, its `whileKept` fields are
 * blanked instead, so that the other one still has something to refer to. `anonymise`: it stays, and what leads to the person is blanked.
 * `keep`: it stays on a ground of Art. 17(3) GDPR, and until when. `shared`: it is not the person's, their records only name it.
 */
export type ErasureRule =
  | { readonly kind: 'erase'; readonly whileKept: Blanks | null; readonly reason: LocalText | null }
  | { readonly kind: 'anonymise'; readonly blanks: Blanks; readonly reason: LocalText }
  | { readonly kind: 'keep'; readonly groundId: string; readonly reason: LocalText; readonly until: KeptUntil }
  | { readonly kind: 'shared'; readonly reason: LocalText };

/**
 * The last day of keeping, of each record by itself. `counted`: a period (ISO 8601) after the day in a field of the record, or after the end
 * of that day's year. `as`: that of the record it belongs to. `open`: nobody can name a day, and why.
 */
export type KeptUntil =
  | { readonly kind: 'counted'; readonly field: string; readonly period: string; readonly endOfYear: boolean }
  | { readonly kind: 'as'; readonly collectionId: string }
  | { readonly kind: 'open'; readonly reason: LocalText };

/** The logic as the person can follow it, and what it means for them: C-203/22. */
export type AutomatedDecision = { readonly logic: LocalText; readonly consequences: LocalText };

export type DataCategory = { readonly id: string; readonly title: LocalText };

export type Purpose = {
  readonly id: string;
  readonly title: LocalText;
  readonly basis: BasisId;
  /** The interest pursued, where the basis is legitimate interests: Art. 13(1)(d) GDPR. */
  readonly interest: LocalText | null;
  /** Direct marketing, or profiling for it, whatever its basis: Art. 21(2) GDPR. */
  readonly directMarketing: boolean;
  /** Ids of rights that end it besides those that follow from basis and marketing, such as an opt-out of sharing. */
  readonly endedBy: readonly string[];
  /** Where it stands that the purpose has ended for a person: every one of these, in all channels. */
  readonly stopped: readonly Mark[];
};

export type RecipientKind = 'group' | 'processor' | 'controller' | 'users' | 'authority' | 'acquirer';

export type Recipient = {
  readonly id: string;
  readonly name: LocalText;
  readonly kind: RecipientKind;
  /** What it does with the data. */
  readonly purpose: LocalText;
  readonly country: LocalText | null;
  /** Where to tell it about a correction, erasure or restriction: Art. 19 GDPR; null where nobody can be told. */
  readonly contact: string | null;
  /** Why it is told nothing, where that is impossible or out of proportion for everybody; null where it is told. */
  readonly notTold: LocalText | null;
  /** Where it can be written to by post: Cal. Civ. Code 1798.83(a)(2). */
  readonly address: string | null;
  /** Examples of what it sells, where its name does not tell its business. */
  readonly business: LocalText | null;
  /** Uses the data for its own direct marketing: Cal. Civ. Code 1798.83. */
  readonly directMarketing: boolean;
};

/** What one recipient got in a calendar year for its own direct marketing: numerals of Cal. Civ. Code 1798.83(e)(6)(A). */
export type Disclosure = { readonly recipientId: string; readonly categories: readonly string[] };

export type Retention = {
  readonly id: string;
  readonly title: LocalText;
  /** ISO 8601 duration; null where only criteria can be given: Art. 15(1)(d) GDPR. */
  readonly period: string | null;
  readonly countedFrom: 'creation' | 'deactivation' | 'lastUse' | 'withdrawal' | null;
};

/** Art. 15(2) GDPR: data leave the EEA, and what protects them there. */
export type Transfer = {
  readonly id: string;
  readonly title: LocalText;
  readonly safeguard: LocalText;
  readonly citation: string;
};
