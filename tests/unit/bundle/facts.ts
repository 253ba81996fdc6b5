import type { BundleCategory, BundleFacts, BundleField } from '@/lib/domain/bundle/types';
import type { Locale } from '@/lib/domain/locale';

/** A field with nothing remarkable about it. */
export const aField = (name: string, change: Partial<BundleField> = {}): BundleField => ({
  name,
  title: name,
  description: null,
  unit: null,
  values: {},
  technical: false,
  ...change,
});

/** A category with nothing remarkable about it. */
export const aCategory = (change: Partial<BundleCategory> = {}): BundleCategory => ({
  collectionId: 'accounts.profile',
  systemName: 'Accounts',
  title: 'Profile and registration',
  description: 'What you told us when you registered.',
  fields: [
    aField('id', { title: 'Account number' }),
    aField('name', { title: 'Name', description: 'As you wrote it.' }),
    aField('email', { title: 'E-mail address' }),
  ],
  purposes: [{ purpose: 'To run your account', basis: 'Contract', citation: 'Art. 6(1)(b) GDPR' }],
  source: null,
  providedBySubject: true,
  recipients: [],
  retention: 'As long as you have the account',
  transfers: [],
  automatedDecisions: [],
  visibleToOthers: null,
  ...change,
});

/** The facts of an ordinary answer to one person. */
export const someFacts = (change: Partial<BundleFacts> = {}): BundleFacts => ({
  reference: 'CA-5XN2-7R',
  locale: 'en' as Locale,
  timezone: 'Europe/Luxembourg',
  controller: {
    name: 'CallsApp',
    legalName: 'CallsApp Media Sarl',
    address: '1, rue de l’Exemple, L-1000 Luxembourg',
    contact: {
      name: 'CallsApp data desk',
      address: null,
      email: 'privacy@callsapp.example',
      phone: null,
      url: 'https://rights.callsapp.example/',
    },
    dpo: { name: 'Claire Reuter', address: null, email: 'dpo@callsapp.example', phone: '+352 691 555 010', url: null },
    accent: { light: '#1655d1', dark: '#79a8fe' },
  },
  subject: { name: 'Nadia Weber' },
  answers: [{ title: 'A copy of your data', outcome: 'Answered', citation: 'Art. 15 GDPR', scope: null }],
  receivedOn: '2026-10-30',
  dueOn: '2026-11-30',
  madeAt: '2026-11-20T10:12:00.000Z',
  remedies: [
    {
      title: 'Have something corrected or erased',
      text: 'Write to us and say what is wrong or what should go.',
      citation: 'Art. 16 to 18 and 21 GDPR',
      contact: null,
    },
    {
      title: 'Complain to the authority where you live',
      text: 'You can complain, free of charge.',
      citation: 'Art. 77 GDPR',
      contact: {
        name: 'CNPD, National Data Protection Commission',
        address: '15, Boulevard du Jazz, L-4370 Belvaux',
        email: null,
        phone: '(+352) 26 10 60-1',
        url: 'https://cnpd.public.lu',
      },
    },
    {
      title: 'Go to court',
      text: 'You can go to court, with or without a complaint.',
      citation: 'Art. 79 GDPR',
      contact: null,
    },
  ],
  categories: [aCategory()],
  searched: [
    {
      system: 'Accounts',
      collection: 'Profile and registration',
      result: 'found',
      reason: null,
      count: 1,
      by: 'E-mail address',
      sought: {
        by: [{ kind: 'email', form: 'lowerUnicode' }],
        through: [],
        notBy: [{ kind: 'phone', reason: 'notConfirmed' }],
      },
    },
  ],
  sought: {
    column: 'Looked for by',
    by: { title: 'By what we looked, and in which form', lines: ['E-mail address: capitals made no difference.'] },
    notBy: { title: 'By what we did not look', lines: ['Phone number: one was given, but it is not confirmed.'] },
  },
  decisionsStated: true,
  portableBy: 'Art. 20 GDPR',
  withheld: [],
  keyUrl: 'https://rights.callsapp.example/.well-known/rightsdesk-keys.json',
  ...change,
});
