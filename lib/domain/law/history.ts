import { localDate } from '../calendar/local-date';
import { all, type LawVersion } from './law-change';
import { SECOND_READING } from './second-reading';

const AGE_STATES = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK-13',
  'DK-15',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IS',
  'IT',
  'LI',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'NO',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
];

const NOT_FOUND = 'Who cannot be found in the data is not refused: the ground stands with an outcome of its own.';
const SWISS_IDENTITY =
  'Someone who cannot be identified despite suitable steps can be told so: the ground for that was missing.';
const UNVERIFIED_DROP =
  'What cannot be verified is handled as an opt-out of sale and sharing: the ground for that outcome was missing.';

/** Every version, oldest first. A test compares the last with the fingerprints of the one before: a rule cannot change unnamed. */
export const LAW_HISTORY: readonly [LawVersion, ...LawVersion[]] = [
  { number: 1, releasedOn: localDate('2026-11-22'), changes: [] },
  {
    number: 2,
    releasedOn: localDate('2026-11-22'),
    changes: [
      { rule: 'GDPR-11-2', what: 'changed', why: NOT_FOUND, citation: 'Art. 11(2) GDPR' },
      { rule: 'UK-11-2', what: 'changed', why: NOT_FOUND, citation: 'Art. 11(2) UK GDPR' },
      { rule: 'DPO-16-5', what: 'added', why: SWISS_IDENTITY, citation: 'Art. 16(5) DPO' },
      { rule: 'FADP-25', what: 'changed', why: SWISS_IDENTITY, citation: 'Art. 16(5) DPO' },
      { rule: 'FADP-28', what: 'changed', why: SWISS_IDENTITY, citation: 'Art. 16(5) DPO' },
      { rule: 'FADP-32-1', what: 'changed', why: SWISS_IDENTITY, citation: 'Art. 16(5) DPO' },
      { rule: 'FADP-32-2', what: 'changed', why: SWISS_IDENTITY, citation: 'Art. 16(5) DPO' },
      { rule: 'DROP-86-unverified', what: 'added', why: UNVERIFIED_DROP, citation: 'Cal. Civ. Code 1798.99.86(c)' },
      { rule: 'DROP-86', what: 'changed', why: UNVERIFIED_DROP, citation: 'Cal. Civ. Code 1798.99.86(c)' },
      ...all('added', 'Whom to turn to is law as well, and is shown from it.', {
        'GDPR-77-residence': 'Art. 77 GDPR',
        'GDPR-77-establishment': 'Art. 77 GDPR',
        'GDPR-79': 'Art. 79 GDPR',
        'GDPR-78-2': 'Art. 78(2) GDPR',
        'UK-164A': 'DPA 2018 s. 164A',
        'UK-77': 'Art. 77 UK GDPR',
        'UK-79': 'Art. 79 UK GDPR',
        'FADP-49': 'Art. 49 FADP',
        'FADP-32-court': 'Art. 32(2) FADP',
        'CCPA-199-45': 'Cal. Civ. Code 1798.199.45',
        'CCPA-199-90': 'Cal. Civ. Code 1798.199.90',
        'CCPA-145-h-2': 'Cal. Civ. Code 1798.145(h)(2)',
        'STL-84': 'Cal. Civ. Code 1798.84',
        'DROP-82': 'Cal. Civ. Code 1798.99.82(d)',
      }),
      ...all('added', 'The desk is told what to look at when a child is concerned.', {
        ...Object.fromEntries(AGE_STATES.map((state) => [`GDPR-8-${state}`, 'Art. 8(1) GDPR'])),
        'GDPR-child-subject': 'Art. 12(1) GDPR',
        'GDPR-child-custody': 'Hellenic DPA, decision of 2020',
        'GDPR-child-parent': 'Art. 12(6) GDPR',
        'UK-9': 'DPA 2018 s. 9',
        'CC-19c': 'Art. 19c CC',
        'CCPA-120-c': 'Cal. Civ. Code 1798.120(c)',
        'CCPA-135-c-5': 'Cal. Civ. Code 1798.135(c)(5)',
        'CCPA-7070-a': '11 CCR 7070(a)',
        'CCPA-7070-c': '11 CCR 7070(c)',
        'CCPA-7071': '11 CCR 7071',
      }),
      ...all('added', 'A consumer can allow sale and sharing again, and under 16 nothing is sold without that.', {
        'CCPA-7028': '11 CCR 7028; Cal. Civ. Code 1798.120(c)',
        'CCPA-7028-answer': '11 CCR 7028',
        'CCPA-7028-not-confirmed': '11 CCR 7028(a)',
        'CCPA-7070-not-parent': '11 CCR 7070(a)',
      }),
      ...all('changed', 'A person can say since when they want to know, and what the desk checks was completed.', {
        'CCPA-110-categories': 'Cal. Civ. Code 1798.130(a)(2)(B)',
        'CCPA-110-specific': 'Cal. Civ. Code 1798.130(a)(2)(B)',
      }),
      {
        rule: 'ZZLD-25g',
        what: 'added',
        why: 'What may not be asked for to show who one is became part of the law.',
        citation: 'Art. 25g ZZLD (Bulgaria)',
      },
      ...all(
        'changed',
        'What must be kept may be all there is: the exceptions can carry a refusal of the whole, with why for each data set.',
        {
          ...Object.fromEntries(
            ['a', 'b', 'c', 'd', 'e'].map((letter) => [`GDPR-17-3-${letter}`, `Art. 17(3)(${letter}) GDPR`]),
          ),
          ...Object.fromEntries(
            ['a', 'b', 'c', 'd', 'e'].map((letter) => [`UK-17-3-${letter}`, `Art. 17(3)(${letter}) UK GDPR`]),
          ),
        },
      ),
      ...all('changed', 'Whose right it is became part of the record.', {
        'STL-83': 'Cal. Civ. Code 1798.83(e)(1)',
        'ZZLD-25e': 'Art. 25e(2) ZZLD',
      }),
      ...all('changed', 'What the desk checks, and what answer and refusal contain, was completed.', {
        'GDPR-7-3': 'Art. 7(3) GDPR',
        'GDPR-15': 'Art. 15 GDPR',
        'GDPR-16': 'Art. 16 GDPR',
        'GDPR-17': 'Art. 17 GDPR',
        'GDPR-20': 'Art. 20 GDPR',
        'GDPR-21-1': 'Art. 21(1) GDPR',
        'GDPR-21-2': 'Art. 21(2) GDPR',
        'GDPR-22': 'Art. 22 GDPR',
        'UK-7-3': 'Art. 7(3) UK GDPR',
        'UK-15': 'Art. 15 UK GDPR',
        'UK-16': 'Art. 16 UK GDPR',
        'UK-17': 'Art. 17 UK GDPR',
        'UK-20': 'Art. 20 UK GDPR',
        'UK-21-1': 'Art. 21(1) UK GDPR',
        'UK-21-2': 'Art. 21(2) UK GDPR',
        'UK-22': 'Art. 22 UK GDPR',
        'UK-22A': 'Arts. 22A to 22D UK GDPR',
        'CCPA-105': '11 CCR 7022',
        'CCPA-106': '11 CCR 7023',
        'CCPA-120': 'Cal. Civ. Code 1798.120, 1798.135',
        'CCPA-121': 'Cal. Civ. Code 1798.121, 1798.135',
        'CCPA-7221': '11 CCR 7221',
        'CCPA-7222': '11 CCR 7222',
      }),
    ],
  },
  { number: 3, releasedOn: localDate('2026-11-27'), changes: SECOND_READING },
  {
    number: 4,
    releasedOn: localDate('2026-11-27'),
    changes: all(
      'added',
      'The right to object is told unasked, with the first mail and apart from all else, for the uses that the data map names.',
      {
        'GDPR-21-4-objection': 'Art. 21(4) GDPR',
        'GDPR-21-4-marketing': 'Art. 21(4) GDPR',
        'UK-21-4-objection': 'Art. 21(4) UK GDPR',
        'UK-21-4-marketing': 'Art. 21(4) UK GDPR',
      },
    ),
  },
];
