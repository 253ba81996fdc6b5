import type { BundleRemedy } from '../bundle/types';
import { cite, type Say as SayLaw } from '../wording';
import type { LocalDate } from '../calendar/local-date';
import { describeRemedies, remediesFor, type Whereabouts } from '../law/remedies';
import { rightRule } from '../law/rights';
import type { RegimeId, RightId } from '../law/types';
import type { Say } from './facts';

/** What the answer was about, as far as it decides what can be done about it. */
export type Answered = {
  readonly rights: readonly { readonly regime: RegimeId; readonly right: RightId }[];
  readonly where: Whereabouts;
  readonly controller: string;
  readonly refused: boolean;
};

/** The other rights where the law wants them told with the answer (Art. 15(1)(e) GDPR), then whom to turn to under each law of the request. */
export function bundleRemedies(
  { rights, where, controller, refused }: Answered,
  on: LocalDate,
  { say, law }: { say: Say; law: SayLaw },
): BundleRemedy[] {
  const toldOf = rights
    .flatMap(
      ({ regime, right }) => rightRule(regime, right, on)?.answerContains.find(({ id }) => id === 'rights') ?? [],
    )
    .at(0);
  const others: BundleRemedy[] = toldOf
    ? [
        {
          title: say('remedy.other.title'),
          text: say('remedy.other.text'),
          citation: cite(toldOf.citation, law),
          contact: null,
        },
      ]
    : [];
  const open = remediesFor(
    rights.map(({ regime }) => regime),
    where,
    refused,
    on,
  );
  return [
    ...others,
    ...describeRemedies(open, { controller, residence: where.residence }, law).map(({ authority, ...words }) => ({
      ...words,
      contact: authority && {
        name: authority.name,
        address: authority.address,
        email: authority.email,
        phone: authority.phone,
        url: authority.site,
      },
    })),
  ];
}
