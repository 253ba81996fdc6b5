import type { IntakeController } from '@/lib/domain/intake/offered';
import type { Purpose } from '@/lib/domain/datamap/types';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { byLocale } from '@/lib/domain/locale';

const everywhere = (text: string) => byLocale(() => text);

const purpose = (id: string, basis: Purpose['basis'], directMarketing = false): Purpose => ({
  id,
  title: everywhere(id),
  basis,
  interest: null,
  endedBy: [],
  stopped: [],
  directMarketing,
});

const USES = [
  purpose('service', 'contract'),
  purpose('news', 'consent'),
  purpose('advertise', 'legitimateInterests', true),
  purpose('improve', 'legitimateInterests'),
];

/** A company in Luxembourg that is found by e-mail and phone, and answers Californians too. */
export const LUXEMBOURG: IntakeController = {
  receivers: [],
  sellsData: false,
  sharesForAdvertising: true,
  uses: USES,
  decidesByMachine: true,
  regimes: ['GDPR', 'CCPA'],
  establishment: { country: 'LU', address: null },
  identifiers: [
    { kind: 'email', label: null, hint: null, hintOfAnother: null, required: true },
    { kind: 'phone', label: null, hint: null, hintOfAnother: null, required: false },
  ],
  texts: { intro: everywhere('Hello'), guardian: null, quickerInApp: [], californiaStatement: null },
};

/** A company in Bulgaria that asks for its customer number and owes Californians the answer of § 1798.83. */
export const BULGARIA: IntakeController = {
  receivers: [],
  sellsData: false,
  sharesForAdvertising: false,
  uses: USES,
  decidesByMachine: true,
  regimes: ['GDPR', 'CA_SHINE_THE_LIGHT'],
  establishment: { country: 'BG', address: null },
  identifiers: [
    { kind: 'email', label: null, hint: null, hintOfAnother: null, required: true },
    { kind: 'customer', label: everywhere('Customer number'), hint: null, hintOfAnother: null, required: true },
  ],
  texts: {
    intro: everywhere('Hello'),
    guardian: null,
    quickerInApp: [],
    californiaStatement: everywhere('Your California Privacy Rights'),
  },
};

export const TODAY = '2026-11-22' as LocalDate;
