import { expect, test } from 'vitest';
import { categoryFacts } from '@/lib/documents/category-facts';
import { wordingOf } from '@/lib/documents/wording';
import { LOCALES } from '@/lib/domain/locale';
import { translator } from '@/lib/platform/i18n/translator';
import { aCategory, someFacts } from '../bundle/facts';

test.each(LOCALES)(
  'a copy in %s speaks of taking data elsewhere only where the law of the request gives that, and by its article',
  (locale) => {
    const said = (portableBy: string | null) => {
      const facts = someFacts({ locale, portableBy });
      return categoryFacts(aCategory({ providedBySubject: true }), facts, wordingOf(facts)).at(-1)![1][0]!;
    };
    expect(said('Art. 20 UK GDPR')).toContain('Art. 20 UK GDPR');
    expect(said(null)).toBe(translator(locale, 'bundle')('providedYes', { law: 'none' }));
    expect(said(null)).not.toContain(':');
  },
);
