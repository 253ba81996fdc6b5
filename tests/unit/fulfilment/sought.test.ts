import { describe, expect, it } from 'vitest';
import { COMPARED_AS, NOT_SOUGHT, type Sought } from '@/lib/domain/datamap/sought';
import { soughtCell, soughtWords } from '@/lib/domain/fulfilment/sought';
import { LOCALES } from '@/lib/domain/locale';
import { translator } from '@/lib/platform/i18n/translator';

const inLanguage = (locale: (typeof LOCALES)[number]) => {
  const say = translator(locale, 'answer');
  return {
    say,
    kind: (kind: string) => say(`sought.kind.${kind}`),
    list: (texts: readonly string[]) => texts.join(', '),
  };
};

const EN = inLanguage('en');
const sought = (change: Partial<Sought>): Sought => ({ by: [], through: [], notBy: [], ...change });

describe('the words for a search', () => {
  it('say a form once, and where only if systems differ', () => {
    const email = { kind: 'email', form: 'lowerUnicode' } as const;
    const same = soughtWords(
      [
        { title: 'Accounts', sought: sought({ by: [email] }) },
        { title: 'Letters', sought: sought({ by: [email] }) },
      ],
      EN,
    );
    expect(same?.by.lines).toEqual([
      'E-mail address: capitals, blanks around it and other Unicode spellings of the same letters made no difference.',
    ]);
    const other = soughtWords(
      [
        { title: 'Accounts', sought: sought({ by: [email] }) },
        { title: 'Letters', sought: sought({ by: [{ kind: 'email', form: 'lower' }] }) },
      ],
      EN,
    );
    expect(other?.by.lines).toEqual([
      'E-mail address, in Accounts: capitals, blanks around it and other Unicode spellings of the same letters made no difference.',
      'E-mail address, in Letters: capitals and blanks around it made no difference.',
    ]);
  });

  it('say what was not searched by, and of which places the map says nothing by it', () => {
    const words = soughtWords(
      [
        { title: 'Accounts', sought: sought({ notBy: [{ kind: 'phone', reason: 'notConfirmed' }] }) },
        { title: 'Letters', sought: sought({ notBy: [{ kind: 'phone', reason: 'notInMap' }] }) },
      ],
      EN,
    );
    expect(words?.notBy.lines).toEqual([
      'Phone number: one was given, but it is not confirmed that it belongs to the person.',
      'Phone number, in Letters: nothing there is found by it.',
    ]);
  });

  it('are none where nothing was recorded', () => {
    expect(soughtWords([{ title: 'Accounts', sought: null }], EN)).toBeNull();
    expect(soughtCell(sought({}), EN)).toBeNull();
  });

  it.each(LOCALES)('exist for every form and every reason: %s', (locale) => {
    const place = {
      title: 'X',
      sought: sought({
        by: COMPARED_AS.map((form) => ({ kind: 'phone', form })),
        notBy: NOT_SOUGHT.map((reason) => ({ kind: 'email', reason })),
      }),
    };
    const words = soughtWords([place], inLanguage(locale));
    expect(words?.by.lines).toHaveLength(COMPARED_AS.length);
    expect(words?.notBy.lines).toHaveLength(NOT_SOUGHT.length);
    expect([...(words?.by.lines ?? []), ...(words?.notBy.lines ?? [])].join()).not.toMatch(/sought\.|undefined|\{/);
  });
});
