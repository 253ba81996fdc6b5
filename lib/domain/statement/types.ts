/** A third party that received data in one calendar year for its own direct marketing: Cal. Civ. Code 1798.83(a)(2). */
export type MarketingRecipient = {
  readonly name: string;
  readonly address: string;
  /** Examples of what it sells, where its name does not tell its business. */
  readonly business: string | null;
  /** Ids of SHINE_THE_LIGHT_CATEGORIES that it received, in the order of the statute. */
  readonly categories: readonly string[];
};

/**
 * The answer of Cal. Civ. Code 1798.83. `disclosed`: who received what. `nothing`: that nobody received anything. `choice`: (c)(2), that the
 * customer can prevent it and how, where a published policy leaves it to them.
 */
export type MarketingStatement = {
  readonly kind: 'marketing';
  /** The calendar year that it is about: the one before the request. */
  readonly year: number;
} & (
  | { readonly answer: 'disclosed'; readonly thirdParties: readonly MarketingRecipient[] }
  | { readonly answer: 'nothing' }
  | { readonly answer: 'choice'; readonly url: string; readonly means: string }
);

/** To whom of one kind what was given: third parties are told by their kind (Cal. Civ. Code 1798.130(a)(4)), and by name besides. */
export type GivenTo = {
  readonly kind: string;
  readonly names: readonly string[];
  readonly categories: readonly string[];
};

/** The answer of Cal. Civ. Code 1798.110 and 1798.115: kinds of data, where from, what for, and two lists of whom they were given to. */
export type CategoriesStatement = {
  readonly kind: 'categories';
  readonly categories: readonly {
    readonly title: string;
    readonly sources: readonly string[];
    readonly purposes: readonly string[];
  }[];
  readonly soldOrShared: readonly GivenTo[];
  readonly disclosed: readonly GivenTo[];
};

/** What answers a right as a document: made from the data map on the day of the answer, in the language of the person, and then fixed. */
export type Statement = MarketingStatement | CategoriesStatement;

export type StatementKind = Statement['kind'];
