import type { LocalDate } from '../clock/local-date';
import type { ControllerDefinition } from '../controller/types';
import { type OfferedRight, rightsFor, type Situation } from '../law/rights';
import type { DraftAnswers } from './answers';
import { ELSEWHERE, UNTOLD } from './places';

const CAPACITY = { self: 'self', child: 'guardian', someoneElse: 'agent', deceased: 'heir' } as const satisfies Record<
  NonNullable<DraftAnswers['forWhom']>,
  Situation['capacity']
>;

/** The controller as the form needs it: who asks decides nothing here, the definition does. */
export type IntakeController = Pick<ControllerDefinition, 'regimes' | 'establishment' | 'identifiers' | 'texts'>;

/** How a right is written in answers: law and right, since several laws may give the same one. */
export const pairOf = ({ regime, right }: Pick<OfferedRight, 'regime' | 'right'>): string => `${regime}:${right}`;

/** What this person can ask for, by what they have told so far. Before they tell where they live, the controller's own law is shown. */
export function offeredRights(answers: DraftAnswers, controller: IntakeController, on: LocalDate): readonly OfferedRight[] {
  const residence = answers.residence ?? UNTOLD;
  const situation: Situation = {
    residence: residence === ELSEWHERE || residence === UNTOLD ? 'unknown' : residence,
    relation: 'customer',
    ageBand: 'adult',
    capacity: CAPACITY[answers.forWhom ?? 'self'],
  };
  return rightsFor(situation, controller, on).filter(({ right }) => right !== 'shine_the_light' || controller.texts.californiaStatement !== null);
}
