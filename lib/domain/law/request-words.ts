import type { WishId } from './wishes';

/** Where a letter that asks for something cites the law: articles of the GDPR, and sections of the California Civil Code. */
export type RequestWords = {
  readonly articles: readonly string[];
  readonly sections: readonly string[];
  /** Beginnings of words and turns of phrase, in lower case, by language; a blank stands for any gap. */
  readonly phrases: Readonly<Record<string, readonly string[]>>;
};

/**
 * By what people ask in a letter of their own. A guess that a person of the desk checks, so a word too many costs a tick and one too few
 * another; no wish is decided by it. Wishes that nobody writes a letter for are left out.
 */
export const REQUEST_WORDS: Readonly<Partial<Record<WishId, RequestWords>>> = {
  copy: {
    articles: ['15'],
    sections: ['1798.100', '1798.110'],
    phrases: {
      en: [
        'copy of my',
        'copy of the personal data',
        'access request',
        'right of access',
        'data you hold about me',
        'right to know',
      ],
      bg: ['копие от', 'достъп до лични', 'достъп до данни', 'право на достъп', 'какви данни'],
      ru: ['копию мо', 'копию перс', 'доступ к мо', 'доступ к перс', 'право на доступ', 'какие данные'],
      de: ['auskunft', 'kopie meiner', 'kopie der'],
      fr: ['droit d’accès', 'copie de mes', 'copie des données', 'accès à mes'],
    },
  },
  change: {
    articles: ['16'],
    sections: ['1798.106'],
    phrases: {
      en: ['rectif', 'correct my', 'correct the'],
      bg: ['коригира', 'поправ'],
      ru: ['исправ', 'уточн'],
      de: ['berichtig'],
      fr: ['rectifi', 'corriger'],
    },
  },
  remove: {
    articles: ['17'],
    sections: ['1798.105'],
    phrases: {
      en: ['erasure', 'erase', 'delete my', 'delete the', 'deletion', 'right to be forgotten'],
      bg: ['изтри', 'заличав', 'да бъда забрав'],
      ru: ['удал', 'стереть', 'на забвение'],
      de: ['lösch'],
      fr: ['effac', 'supprim', 'droit à l’oubli'],
    },
  },
  pause: {
    articles: ['18'],
    sections: [],
    phrases: {
      en: ['restriction of processing', 'restrict the processing', 'restrict processing'],
      bg: ['ограничаване на обработ', 'ограничите обработ'],
      ru: ['ограничение обработ', 'ограничить обработ'],
      de: ['einschränkung der verarbeitung', 'verarbeitung einzuschränken'],
      fr: ['limitation du traitement'],
    },
  },
  elsewhere: {
    articles: ['20'],
    sections: [],
    phrases: {
      en: ['portab', 'machine-readable'],
      bg: ['преносим', 'машинночетим'],
      ru: ['переносим', 'машиночитаем'],
      de: ['datenübertragbarkeit', 'maschinenlesbar'],
      fr: ['portabilité', 'lisible par machine'],
    },
  },
  noMarketing: {
    articles: ['21(2)', '21(3)'],
    sections: [],
    phrases: {
      en: ['direct marketing', 'advertis', 'newsletter', 'unsubscribe'],
      bg: ['директен маркетинг', 'реклам', 'бюлетин'],
      ru: ['прямой маркетинг', 'прямого маркетинга', 'реклам', 'рассыл'],
      de: ['direktwerbung', 'werbung', 'newsletter'],
      fr: ['prospection', 'publicit'],
    },
  },
  noConsent: {
    articles: ['7(3)'],
    sections: [],
    phrases: {
      en: ['withdraw my consent', 'withdraw any consent', 'revoke my consent'],
      bg: ['оттеглям съгласие', 'оттегля съгласие'],
      ru: ['отзываю соглас', 'отозвать соглас'],
      de: ['widerrufe', 'einwilligung widerruf'],
      fr: ['retire mon consentement'],
    },
  },
  noUse: {
    articles: ['21(1)', '21'],
    sections: [],
    phrases: {
      en: ['i object to', 'right to object'],
      bg: ['възразявам'],
      ru: ['возражаю'],
      de: ['widerspreche', 'widerspruch'],
      fr: ['m’oppose', 'droit d’opposition'],
    },
  },
  person: {
    articles: ['22'],
    sections: [],
    phrases: {
      en: ['automated decision', 'human intervention'],
      bg: ['автоматизирано решение', 'човешка намеса'],
      ru: ['автоматизированн', 'участие человека'],
      de: ['automatisierte entscheidung'],
      fr: ['décision automatisée'],
    },
  },
  noSale: {
    articles: [],
    sections: ['1798.120'],
    phrases: { en: ['do not sell', 'opt out of the sale', 'opt-out of sale'] },
  },
  limit: {
    articles: [],
    sections: ['1798.121'],
    phrases: { en: ['limit the use of my sensitive'] },
  },
  receivers: {
    articles: [],
    sections: ['1798.83'],
    phrases: { en: ['shine the light'] },
  },
};

/** Words by which a letter says that its writer is under the laws of California. */
export const CALIFORNIAN = ['california', 'ccpa', 'cpra', '1798.'] as const;
