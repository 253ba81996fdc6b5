import type { BasisId } from './types';

/** The bases of Art. 6(1) GDPR, each with its letter. The act is that of the law which protects the person. */
export const BASES: Readonly<Record<BasisId, { readonly article: string }>> = {
  consent: { article: 'Art. 6(1)(a)' },
  contract: { article: 'Art. 6(1)(b)' },
  legalObligation: { article: 'Art. 6(1)(c)' },
  vitalInterests: { article: 'Art. 6(1)(d)' },
  publicTask: { article: 'Art. 6(1)(e)' },
  legitimateInterests: { article: 'Art. 6(1)(f)' },
};
