import { all, type LawChange } from './law-change';

const KNEW_NO_PAUSE = 'Periods are read by Art. 3 of Regulation 1182/71 by law since 20 August 2025, not by guidance.';
const FEE_AND_QUANTITY =
  'A fee that was asked for starts the month when it is paid, a large quantity of data is only an example, and waiting counts for no notice either.';
const COPIES_ONLY =
  'Arts. 25 to 28 and the ordinance limit copies of data; correcting and deleting have limits of their own.';

/** Everything that was found wrong, outdated or missing when the whole law was read again in November 2026. */
export const SECOND_READING: readonly LawChange[] = [
  ...all('changed', KNEW_NO_PAUSE, { 'UK-12-3': 'Art. 4A UK GDPR', 'UK-7-3-answer': 'Art. 4A UK GDPR' }),
  ...all('added', KNEW_NO_PAUSE, { 'UK-12-3-4A': 'Art. 4A UK GDPR', 'UK-7-3-answer-4A': 'Art. 4A UK GDPR' }),
  { rule: 'UK-12A', what: 'changed', why: FEE_AND_QUANTITY, citation: 'Art. 12A(2), (5), (6) UK GDPR' },
  ...all('added', 'Clocks that begin later than the request became part of the law.', {
    'UK-164A-acknowledge': 'DPA 2018 s. 164A(3)',
    'UK-18-3': 'Art. 18(3) UK GDPR',
    'GDPR-18-3': 'Art. 18(3) GDPR',
  }),
  {
    rule: 'UK-77',
    what: 'ended',
    why: 'The article was omitted on 19 June 2026.',
    citation: 'Data (Use and Access) Act 2025, s. 103, Sch. 10; SI 2026/82 reg. 3',
  },
  {
    rule: 'UK-165',
    what: 'added',
    why: 'Complaints to the Commissioner rest on this section alone since 19 June 2026.',
    citation: 'DPA 2018 s. 165',
  },
  ...all('changed', 'Complaint and Commissioner are told by the sections in force, each since its own day.', {
    'UK-16': 'Art. 12(4) UK GDPR',
    'UK-17': 'Art. 12(4) UK GDPR',
    'UK-18': 'Art. 12(4) UK GDPR',
    'UK-20': 'Art. 12(4) UK GDPR',
    'UK-21-1': 'Art. 12(4) UK GDPR',
    'UK-22': 'Art. 12(4) UK GDPR',
  }),
  {
    rule: 'UK-15',
    what: 'changed',
    why: 'The answer itself tells of the complaint to the controller.',
    citation: 'Art. 15(1)(ea) UK GDPR',
  },
  ...all('changed', 'Until identity is confirmed, dealing with the request may wait.', {
    'UK-12-6': 'Art. 12(6)(b) UK GDPR',
    'UK-21-2': 'Art. 12(6)(b) UK GDPR',
  }),
  {
    rule: 'UK-22A',
    what: 'changed',
    why: 'The record had the text of the abolished article: such decisions are allowed with safeguards since 5 February 2026.',
    citation: 'Arts. 22A to 22D UK GDPR',
  },
  ...all('ended', 'The article that they rest on was abolished on 5 February 2026.', {
    'UK-22-1': 'Art. 22A UK GDPR',
    'UK-22-2': 'Arts. 22B, 22C UK GDPR',
  }),
  ...all('added', 'The grounds of the new articles.', {
    'UK-22A-1': 'Art. 22A(1) UK GDPR',
    'UK-22C': 'Arts. 22B, 22C UK GDPR',
  }),
  {
    rule: 'UK-15-4',
    what: 'changed',
    why: 'The test for other people’s data is that of the Act of 2018.',
    citation: 'DPA 2018 Sch. 2 paras. 16, 17',
  },
  {
    rule: 'FADP-25-7',
    what: 'changed',
    why: 'A notice of more time needs no reasons, a fee brings ten days to think, and the 30 days are for copies.',
    citation: 'Arts. 18(2), 19(3) DPO',
  },
  {
    rule: 'FADP-32-answer',
    what: 'added',
    why: 'No number of days is set for correcting and deleting: ours says that it is ours.',
    citation: 'Art. 32 FADP',
  },
  ...all('changed', COPIES_ONLY, {
    'FADP-26': 'Art. 26 FADP',
    'DPO-16-5': 'Arts. 16(5), 22 DPO',
    'FADP-32-1': 'Art. 32(1) FADP',
    'FADP-32-2': 'Art. 32(2) FADP',
  }),
  ...all('added', COPIES_ONLY, {
    'FADP-32-1-a': 'Art. 32(1)(a) FADP',
    'FADP-32-1-b': 'Art. 32(1)(b) FADP',
    'FADP-32-3': 'Art. 32(3) FADP',
    'FADP-31': 'Art. 31 FADP',
    'FADP-8-identity': 'Art. 8 FADP',
  }),
  {
    rule: 'FADP-25',
    what: 'changed',
    why: 'A fee that is not confirmed within ten days ends the request, and the 30 days run after them.',
    citation: 'Art. 19(3) DPO',
  },
  ...all(
    'added',
    'National law beside the Regulation, for the countries of our controllers: as records, and only where the controller is there.',
    {
      'ZZLD-25e-2-12-5': 'Art. 25e(2) ZZLD',
      'ZZLD-25e-2-12-6': 'Art. 25e(2) ZZLD',
      'ZZLD-25e-2-law': 'Art. 25e(2) ZZLD',
      'ZZLD-25z-3': 'Art. 25z(3)(2) ZZLD',
      'ZZLD-25l': 'Art. 25l ZZLD',
      'ZZLD-25m': 'Art. 25m ZZLD',
      'ZZLD-25o': 'Art. 25o ZZLD',
      'LU-62': 'Act of 1 August 2018, Art. 62',
      'LU-63': 'Act of 1 August 2018, Arts. 63, 65',
      'ZZLD-38': 'Arts. 38(1), 38a ZZLD',
      'ZZLD-39': 'Art. 39(4) ZZLD',
    },
  ),
  ...all('changed', 'The restrictions of the controller’s own country can be relied on.', {
    'GDPR-15': 'Art. 23 GDPR',
    'GDPR-16': 'Art. 23 GDPR',
    'GDPR-17': 'Art. 23 GDPR',
    'GDPR-18': 'Art. 23 GDPR',
    'GDPR-20': 'Art. 23 GDPR',
    'GDPR-21-1': 'Art. 23 GDPR',
  }),
  {
    rule: 'ZZLD-25e-2-interest',
    what: 'changed',
    why: 'Its first day is that of the Bulgarian law, not of the Regulation.',
    citation: 'Art. 25e(2) ZZLD',
  },
  {
    rule: 'ZZLD-25e',
    what: 'ended',
    why: 'The paragraph was supplemented from 4 May 2023: the record said one wording since 2019.',
    citation: 'Art. 25e(2) ZZLD; ДВ 11/2023',
  },
  {
    rule: 'ZZLD-25e-2023',
    what: 'added',
    why: 'The wording since 4 May 2023, with Art. 12(5) and (6) and what other laws provide.',
    citation: 'Art. 25e(2) ZZLD; ДВ 11/2023',
  },
  ...all(
    'added',
    'A request to appeal a decision made with automated technology has a right, an acknowledgement and a clock of its own from 2027.',
    {
      'CCPA-7221-b-appeal': '11 CCR 7221(b)',
      'CCPA-7021-a-appeal': '11 CCR 7021(a)',
      'CCPA-7021-b-appeal': '11 CCR 7021(b)',
      'CCPA-7221-no-appeal': '11 CCR 7221(b)',
    },
  ),
  ...all(
    'changed',
    'The same grounds can meet a request to appeal, and an unverified request goes on as one for categories.',
    {
      'CCPA-not-verified': '11 CCR 7024(a), (b)',
      'CCPA-unfounded': 'Cal. Civ. Code 1798.145(h)(3)',
      'CCPA-7222-no-use': '11 CCR 7222',
    },
  ),
  ...all('changed', 'Cited by its own paragraph.', {
    'CCPA-7222': '11 CCR 7222(j), (k)',
    'CCPA-7222-secret': '11 CCR 7222(g)',
    'CCPA-110-categories': '11 CCR 7024(b)',
    'CCPA-110-specific': '11 CCR 7024(a), (b)',
  }),
  {
    rule: 'CCPA-7101',
    what: 'added',
    why: 'How long requests are kept on record is law as well, and is checked against each controller’s settings.',
    citation: '11 CCR 7101(a)',
  },
  {
    rule: 'STL-84',
    what: 'changed',
    why: 'The defence also fails where the failure was intentional or reckless.',
    citation: 'Cal. Civ. Code 1798.84(d)',
  },
  {
    rule: 'DROP-86-30',
    what: 'changed',
    why: 'Two sources contradict each other on this amendment: it says that it is unconfirmed.',
    citation: 'Cal. Civ. Code 1798.99.86(c)-(d)',
  },
];
