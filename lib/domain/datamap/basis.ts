import type { BasisId, LocalText } from './types';

/** The bases of Art. 6(1) GDPR in words a person reads, each with its letter. The act is that of the law which protects the person. */
export const BASES: Readonly<Record<BasisId, { readonly title: LocalText; readonly article: string }>> = {
  consent: { article: 'Art. 6(1)(a)', title: { en: 'your consent', bg: 'вашето съгласие', ru: 'ваше согласие' } },
  contract: {
    article: 'Art. 6(1)(b)',
    title: { en: 'our contract with you', bg: 'договорът ни с вас', ru: 'наш договор с вами' },
  },
  legalObligation: {
    article: 'Art. 6(1)(c)',
    title: { en: 'the law requires it', bg: 'законът го изисква', ru: 'этого требует закон' },
  },
  vitalInterests: {
    article: 'Art. 6(1)(d)',
    title: { en: 'to protect somebody’s life', bg: 'за защита на нечий живот', ru: 'чтобы защитить чью-то жизнь' },
  },
  publicTask: {
    article: 'Art. 6(1)(e)',
    title: {
      en: 'a task in the public interest',
      bg: 'задача от обществен интерес',
      ru: 'задача в общественных интересах',
    },
  },
  legitimateInterests: {
    article: 'Art. 6(1)(f)',
    title: { en: 'our legitimate interest', bg: 'нашият легитимен интерес', ru: 'наш законный интерес' },
  },
};
