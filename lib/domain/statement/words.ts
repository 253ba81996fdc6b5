import type { Say } from '../wording';
import type { GivenTo, Statement } from './types';

/** A table of it: a cell is one paragraph or several. */
export type StatementTable = {
  readonly heading: string;
  readonly head: readonly string[];
  /** Shares of the line. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (string | readonly string[])[])[];
};

/** A statement as it is read, on the page and on paper alike. */
export type StatementWords = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The kinds of information as one list, before who received which. */
  readonly list: { readonly heading: string; readonly lines: readonly string[] } | null;
  readonly tables: readonly StatementTable[];
};

/** @param say texts of the person's language under `statement` */
export function statementWords(statement: Statement, controller: string, say: Say): StatementWords {
  if (statement.kind === 'categories') return categoriesWords(statement, controller, say);
  const { answer } = statement;
  // As a word: a year has no thousands.
  const year = String(statement.year);
  const title = say('statement.marketing.title', { year });
  const kinds = (ids: readonly string[]) => ids.map((id) => say(`statement.marketed.${id}`));
  switch (answer) {
    case 'nothing':
      return { title, paragraphs: [say('statement.marketing.nothing', { year, controller })], list: null, tables: [] };
    case 'choice':
      return {
        title,
        paragraphs: [
          say('statement.marketing.choice', { controller }),
          statement.means,
          say('statement.marketing.policy', { url: statement.url }),
        ],
        list: null,
        tables: [],
      };
    case 'disclosed': {
      const { thirdParties } = statement;
      return {
        title,
        paragraphs: [
          say('statement.marketing.disclosed', { year, controller }),
          say('statement.marketing.everyCustomer', { controller }),
        ],
        list: {
          heading: say('statement.marketing.kinds'),
          lines: kinds([...new Set(thirdParties.flatMap(({ categories }) => categories))]),
        },
        tables: [
          {
            heading: say('statement.marketing.thirdParties'),
            head: [say('statement.name'), say('statement.address'), say('statement.received')],
            widths: [3, 3, 4],
            rows: thirdParties.map(({ name, address, business, categories }) => [
              business === null ? name : [name, business],
              address,
              kinds(categories),
            ]),
          },
        ],
      };
    }
    default:
      return answer satisfies never;
  }
}

function categoriesWords(
  { categories, soldOrShared, disclosed }: Extract<Statement, { kind: 'categories' }>,
  controller: string,
  say: Say,
): StatementWords {
  const given = (heading: string, list: readonly GivenTo[]): StatementTable[] =>
    list.length === 0
      ? []
      : [
          {
            heading,
            head: [say('statement.to'), say('statement.name'), say('statement.kindsOfData')],
            widths: [3, 4, 4],
            rows: list.map(({ kind, names, categories: kinds }) => [kind, names, kinds]),
          },
        ];
  return {
    title: say('statement.categories.title'),
    paragraphs: [
      say('statement.categories.lead', { controller }),
      ...(soldOrShared.length === 0 ? [say('statement.categories.notSold', { controller })] : []),
    ],
    list: null,
    tables: [
      {
        heading: say('statement.categories.kinds'),
        head: [say('statement.kindsOfData'), say('statement.sources'), say('statement.purposes')],
        widths: [3, 4, 4],
        rows: categories.map(({ title, sources, purposes }) => [title, sources, purposes]),
      },
      ...given(say('statement.categories.sold'), soldOrShared),
      ...given(say('statement.categories.disclosed'), disclosed),
    ],
  };
}
