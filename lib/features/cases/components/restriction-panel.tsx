import { CircleCheck, CircleDashed, CirclePause, TriangleAlert } from 'lucide-react';
import { retryEffectAction } from '@/lib/features/cases/actions/effects';
import { cancelLiftingAction, recordLiftedAction } from '@/lib/features/cases/actions/restriction';
import type { LiftView, RestrictionView } from '@/lib/features/cases/data/restriction';
import { longDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { Fold } from '@/lib/ui/fold';
import { Bullets, Row, Sub } from '@/lib/ui/lists';
import { Note } from '@/lib/ui/note';
import { Panel } from '@/lib/ui/panel';
import { StateWords } from '@/lib/ui/state';
import { CommandForm, type Target } from './command-form';
import { GroundForm, LiftForm, type LiftFormProps } from './lift-form';

type Props = Omit<LiftFormProps, 'target' | 'suggested'> & {
  restriction: RestrictionView;
  /** Null where nothing may be changed. */
  target: Target | null;
};

/** What is restricted in a case, and the way in which it is lifted; also of a case that is closed: Art. 18 GDPR. */
export function RestrictionPanel({ restriction, target, ...form }: Props) {
  const { standing, ground, suggested, rightItemId, lifting, lifts } = restriction;
  return (
    <Panel id="restricted" heading={t('restriction.heading')}>
      <div className="grid gap-2">
        <RestrictionState of={restriction} />
        <p>
          {ground
            ? `${t(`restriction.ground.${ground}`)} (${t(`restriction.letter.${ground}`)})`
            : t('restriction.noGround')}
        </p>
        <RestrictedPlaces of={restriction} />
        {standing !== 'lifted' && <p className="text-sm text-ink-2">{t('restriction.allowed')}</p>}
        {suggested && <Note>{t(`restriction.suggest.${suggested}`)}</Note>}
        {lifting && standing === 'announced' && (
          <p className="text-sm text-ink-2">
            {lifting.toldOn ? t('restriction.told', { on: longDate(lifting.toldOn, 'en') }) : t('restriction.notTold')}{' '}
            {lifting.from && t('restriction.from', { on: longDate(lifting.from, 'en') })}
          </p>
        )}
        {lifts.length > 0 && standing !== 'lifted' && (
          <ul className="text-sm">
            {lifts.map((lift) => (
              <Lift key={lift.id} lift={lift} target={target} />
            ))}
          </ul>
        )}
        {target && standing === 'inForce' && (
          <>
            <Fold summary={t('restriction.changeGround')} small>
              <GroundForm target={target} rightItemId={rightItemId} ground={ground} />
            </Fold>
            <Fold summary={t('restriction.lift')} open={suggested !== null}>
              <LiftForm target={target} suggested={suggested} {...form} />
            </Fold>
          </>
        )}
        {target && standing === 'announced' && (
          <CommandForm action={cancelLiftingAction} target={target}>
            <Button>{t('restriction.cancel')}</Button>
            <p className="mt-1 text-sm text-ink-2">{t('restriction.cancelHint')}</p>
          </CommandForm>
        )}
      </div>
    </Panel>
  );
}

const SHAPES = { inForce: CirclePause, announced: CirclePause, lifting: CircleDashed, lifted: CircleCheck } as const;

/** Since when it is in force, or how far its end has come. */
export function RestrictionState({ of: { standing, since, lifting } }: { of: RestrictionView }) {
  const on = { announced: lifting?.liftOn, lifting: lifting?.begunOn, lifted: lifting?.liftedOn, inForce: since }[
    standing
  ];
  return (
    <StateWords state={standing === 'lifted' ? 'done' : 'paused'} shape={SHAPES[standing]} wrap>
      {t(`restriction.standing.${standing}`, { since: longDate(since, 'en'), on: on ? longDate(on, 'en') : '' })}
    </StateWords>
  );
}

export const RestrictedPlaces = ({ of: { places } }: { of: RestrictionView }) => (
  <Bullets className="text-sm">
    {places.map(({ system, collections }) => (
      <li key={system ?? 'elsewhere'}>
        {system === null
          ? t('restriction.dataElsewhere')
          : collections.length === 0
            ? system
            : t('restriction.data', { system, collections: new Intl.ListFormat('en').format(collections) })}
      </li>
    ))}
  </Bullets>
);

function Lift({ lift: { id, system, state, byPerson, failure }, target }: { lift: LiftView; target: Target | null }) {
  const name = system ?? t('carryOut.elsewhere');
  const done = state === 'answered';
  return (
    <Row
      icon={done ? CircleCheck : state === 'failed' ? TriangleAlert : CircleDashed}
      state={state === 'failed' ? 'soon' : undefined}
    >
      <span>{name}</span>
      <span>{t(byPerson && !done ? 'restriction.liftState.person' : `restriction.liftState.${state}`)}</span>
      {failure && <Sub>{t(`failure.${failure}`)}</Sub>}
      {target && byPerson && !done && (
        <Sub>
          <CommandForm action={recordLiftedAction} target={target}>
            <input type="hidden" name="effectId" value={id} />
            <Button size="small">{t('restriction.byHand', { system: name })}</Button>
          </CommandForm>
        </Sub>
      )}
      {target && state === 'failed' && (
        <Sub>
          <CommandForm action={retryEffectAction} target={target}>
            <input type="hidden" name="effectId" value={id} />
            <Button size="small">{t('restriction.retry', { system: name })}</Button>
          </CommandForm>
        </Sub>
      )}
    </Row>
  );
}
