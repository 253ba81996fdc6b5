import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { rightRule } from '@/lib/domain/law/rights';
import type { RegimeId, RightId } from '@/lib/domain/law/types';

/** What each right asks: [checks of the desk], [contents of the answer], [contents of a refusal, none where nothing can be refused]. */
const ASKED: readonly (readonly [RegimeId, RightId, readonly string[], readonly string[], readonly string[] | null])[] =
  [
    [
      'GDPR',
      'access',
      ['allSystems', 'otherPeople', 'identity', 'newRequest', 'tailored'],
      [
        'confirmation',
        'copy',
        'purposes',
        'categories',
        'recipients',
        'period',
        'rights',
        'authority',
        'source',
        'automated',
        'transfers',
      ],
      ['ground', 'facts', 'dataAffected', 'authority', 'court'],
    ],
    [
      'GDPR',
      'rectification',
      ['evidence', 'incomplete', 'restrictMeanwhile'],
      ['changed', 'recipientsTold'],
      ['ground', 'facts', 'dataAffected', 'authority', 'court'],
    ],
    [
      'GDPR',
      'erasure',
      ['ground', 'everyStore', 'child', 'madePublic'],
      ['erased', 'backups', 'recipientsTold'],
      ['ground', 'facts', 'dataAffected', 'authority', 'court'],
    ],
    [
      'GDPR',
      'restriction',
      ['case', 'flagged'],
      ['restricted', 'beforeLifting', 'recipientsTold'],
      ['ground', 'facts', 'dataAffected', 'authority', 'court'],
    ],
    [
      'GDPR',
      'portability',
      ['conditions', 'otherPeople', 'direct'],
      ['file', 'notErased'],
      ['ground', 'facts', 'dataAffected', 'authority', 'court'],
    ],
    [
      'GDPR',
      'objection',
      ['basis', 'situation', 'restrictMeanwhile'],
      ['decision'],
      ['ground', 'facts', 'dataAffected', 'authority', 'court'],
    ],
    ['GDPR', 'objection_marketing', ['everyChannel', 'signals'], ['stopped'], null],
    ['GDPR', 'withdraw_consent', ['purposes', 'asEasily'], ['stopped', 'earlier', 'fate'], null],
    [
      'GDPR',
      'automated_decision',
      ['exception', 'ownView', 'reviewer'],
      ['review'],
      ['ground', 'facts', 'dataAffected', 'authority', 'court'],
    ],
    [
      'GDPR',
      'deceased_access',
      ['interest', 'allSystems'],
      ['copy'],
      ['ground', 'facts', 'dataAffected', 'authority', 'court'],
    ],
    [
      'UK_GDPR',
      'access',
      ['allSystems', 'otherPeople', 'identity', 'newRequest', 'tailored', 'mayWait', 'search'],
      [
        'confirmation',
        'copy',
        'purposes',
        'categories',
        'recipients',
        'period',
        'rights',
        'authority',
        'source',
        'automated',
        'transfers',
        'complaintToController',
      ],
      ['ground', 'facts', 'dataAffected', 'authority', 'court', 'commissioner', 'complaintToController'],
    ],
    [
      'UK_GDPR',
      'portability',
      ['conditions', 'otherPeople', 'direct', 'mayWait'],
      ['file', 'notErased'],
      ['ground', 'facts', 'dataAffected', 'authority', 'court', 'commissioner', 'complaintToController'],
    ],
    [
      'UK_GDPR',
      'automated_decision',
      ['solely', 'special', 'recognised', 'ownView', 'reviewer'],
      ['told', 'review'],
      ['ground', 'facts', 'dataAffected', 'authority', 'court', 'commissioner', 'complaintToController'],
    ],
    ['UK_GDPR', 'objection_marketing', ['everyChannel', 'signals', 'mayWait'], ['stopped'], null],
    ['CH_FADP', 'access', ['otherPeople', 'fee'], ['information'], ['reason']],
    ['CH_FADP', 'rectification', ['evidence', 'thirdParties'], ['changed'], ['reason']],
    ['CH_FADP', 'erasure', ['justification', 'thirdParties'], ['erased'], ['reason']],
    ['CH_FADP', 'portability', ['conditions'], ['file'], ['reason']],
    [
      'CCPA',
      'know_categories',
      ['lookback', 'degree', 'household'],
      ['collected', 'sources', 'purposes', 'sold', 'disclosed'],
      ['reasons', 'rest', 'appeal', 'policy'],
    ],
    [
      'CCPA',
      'know_specific',
      ['lookback', 'degree', 'neverSent', 'delivery', 'household'],
      ['collected', 'sources', 'purposes', 'sold', 'disclosed', 'pieces'],
      ['reasons', 'rest', 'appeal', 'asCategories', 'policy'],
    ],
    [
      'CCPA',
      'delete',
      ['collectedFrom', 'degree', 'backups', 'household'],
      ['complied'],
      ['reasons', 'rest', 'appeal', 'basis', 'offerOptOut'],
    ],
    [
      'CCPA',
      'correct',
      ['notWithContested', 'totality', 'documents', 'staysCorrected', 'mayDelete', 'household'],
      ['corrected', 'source'],
      ['reasons', 'rest', 'appeal', 'healthStatement'],
    ],
    [
      'CCPA',
      'opt_out_sale_sharing',
      ['fraud', 'everywhere', 'agent', 'leastData', 'twelveMonths'],
      ['confirmed'],
      null,
    ],
    ['CCPA', 'limit_sensitive', ['fraud', 'purposes', 'leastData', 'twelveMonths'], ['confirmed'], null],
    [
      'CCPA',
      'access_admt',
      ['decisions', 'degree'],
      ['purpose', 'logic', 'outcome', 'reuse', 'aggregate', 'noRetaliation'],
      ['reasons', 'rest', 'appeal'],
    ],
    ['CCPA', 'appeal_admt', ['reviewer', 'ownView', 'degree'], ['review'], ['reasons', 'rest', 'appeal']],
    [
      'CCPA',
      'opt_out_admt',
      ['beforeStart', 'downstream', 'twelveMonths'],
      ['confirmed'],
      ['reasons', 'rest', 'appeal'],
    ],
    [
      'CCPA',
      'opt_in_sale_sharing',
      ['twoSteps', 'ownWish', 'child', 'sells'],
      ['takeBack'],
      ['reasons', 'rest', 'appeal'],
    ],
    [
      'CA_SHINE_THE_LIGHT',
      'shine_the_light',
      ['customer', 'directMarketing', 'exempt', 'groupCompanies', 'policy'],
      ['categories', 'thirdParties'],
      ['reason'],
    ],
    ['CA_DELETE_ACT', 'delete_drop', ['serviceProviders', 'inferences', 'again'], ['status'], ['optedOut']],
  ];

describe('what a right asks of the controller', () => {
  it.each(ASKED)('%s %s', (regime, right, checks, answer, refusal) => {
    const rule = rightRule(regime, right, localDate('2027-02-01'));
    expect(rule?.checks.map(({ id }) => id)).toEqual(checks);
    expect(rule?.answerContains.map(({ id }) => id)).toEqual(answer);
    expect(rule?.refusable ? rule.refusalContains.map(({ id }) => id) : null).toEqual(refusal);
  });

  it.each(ASKED)('%s %s says it in sentences, each with its citation', (regime, right) => {
    const rule = rightRule(regime, right, localDate('2027-02-01'));
    const needs = [
      ...(rule?.checks ?? []),
      ...(rule?.answerContains ?? []),
      ...(rule?.refusable ? rule.refusalContains : []),
    ];
    expect(needs.length).toBeGreaterThan(0);
    for (const { text, citation } of needs) {
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(citation).toMatch(/\d/);
    }
  });
});
