import type { BasisId, LocalText } from './types';

/** The bases of Art. 6(1) GDPR in words a person reads, each with its letter. */
export const BASES: Readonly<Record<BasisId, { readonly title: LocalText; readonly citation: string }>> = {
  consent: { citation: 'Art. 6(1)(a) GDPR', title: { en: 'your consent', bg: 'вашето съгласие', ru: 'ваше согласие' } },
  contract: { citation: 'Art. 6(1)(b) GDPR', title: { en: 'our contract with you', bg: 'договорът ни с вас', ru: 'наш договор с вами' } },
  legalObligation: { citation: 'Art. 6(1)(c) GDPR', title: { en: 'the law requires it', bg: 'законът го изисква', ru: 'этого требует закон' } },
  vitalInterests: {
    citation: 'Art. 6(1)(d) GDPR',
    title: { en: 'to protect somebody’s life', bg: 'за защита на нечий живот', ru: 'чтобы защитить чью-то жизнь' },
  },
  publicTask: {
    citation: 'Art. 6(1)(e) GDPR',
    title: { en: 'a task in the public interest', bg: 'задача от обществен интерес', ru: 'задача в общественных интересах' },
  },
  legitimateInterests: {
    citation: 'Art. 6(1)(f) GDPR',
    title: { en: 'our legitimate interest', bg: 'нашият легитимен интерес', ru: 'наш законный интерес' },
  },
};
