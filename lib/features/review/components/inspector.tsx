'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import { Refusal } from '@/lib/features/cases/components/refusal';
import { TargetFields } from '@/lib/features/cases/components/command-form';
import { type CommandState, NOTHING_TRIED } from '@/lib/features/cases/schema';
import { keepShownAction, redactValueAction } from '@/lib/features/review/actions';
import { REACHES } from '@/lib/features/review/schema';
import type { Chosen, HidingGround, Review } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { TextArea, Select } from '@/lib/ui/input';
import { Option, Group } from '@/lib/ui/option';
import { Panel } from '@/lib/ui/panel';
import { Bullets } from '@/lib/ui/lists';
import { Key } from '@/lib/ui/words';
import { STACK, ACTIONS } from '@/lib/ui/layout';

type Props = {
  review: Pick<Review, 'caseId' | 'version' | 'open' | 'grounds'>;
  collectionId: string;
  chosen: Chosen;
  /** Whether the data map leaves it to a person: then leaving it shown is a decision too. */
  left: boolean;
  /** Whether the law never lets it be sent: then there is nothing to choose. */
  never: boolean;
  fieldTitle: string;
  text: string;
  onPassage: (passage: string | null) => void;
  onHidden: () => void;
  onShown: () => void;
};

/** What is chosen, closer: what of it is hidden, on what ground, for which facts. */
export function Inspector({
  review,
  collectionId,
  chosen,
  left,
  never,
  fieldTitle,
  text,
  onPassage,
  onHidden,
  onShown,
}: Props) {
  const [state, submit, pending] = useActionState(redactValueAction, NOTHING_TRIED);
  const [ground, setGround] = useState(review.grounds[0]?.id ?? '');
  const done = useRef(0);
  useEffect(() => {
    if (state.turn === done.current) return;
    done.current = state.turn;
    if (state.refusal === null) onHidden();
  }, [state, onHidden]);
  const { recordNo, field, passage, column = false } = chosen;
  const scopes =
    field === null
      ? (['record'] as const)
      : passage === null
        ? (['field', 'record'] as const)
        : (['value', 'field', 'record'] as const);
  const rule = review.grounds.find(({ id }) => id === ground);
  return (
    <Panel
      id="chosen"
      heading={
        field === null
          ? t('review.record', { no: recordNo + 1 })
          : column
            ? t('review.selectedColumn', { field: fieldTitle })
            : t('review.selected', { field: fieldTitle, no: recordNo + 1 })
      }
    >
      {never ? (
        <NeverSent text={text} />
      ) : !review.open ? (
        <Closed state={state} />
      ) : review.grounds.length === 0 ? (
        <p className="text-ink-2">{t('review.noRight')}</p>
      ) : (
        <form action={submit} className={`${STACK} group/hide`} key={`${recordNo}-${field}`} id="hide">
          <TargetFields target={{ caseId: review.caseId, seenVersion: review.version }} />
          <input type="hidden" name="collectionId" value={collectionId} />
          <input type="hidden" name="recordNo" value={recordNo} />
          <input type="hidden" name="field" value={field ?? ''} />
          <input type="hidden" name="passage" value={passage ?? ''} />
          <Refusal state={state} />
          {field !== null && !column && (
            <Field id="mark" label={t('review.mark')}>
              <TextArea
                id="mark"
                rows={3}
                readOnly
                value={text}
                onSelect={(event) => onPassage(markedOf(event.currentTarget))}
              />
            </Field>
          )}
          {column ? (
            <>
              <input type="hidden" name="scope" value="field" />
              <input type="hidden" name="reach" value="column" />
            </>
          ) : (
            <>
              <Group legend={t('review.what')}>
                {scopes.map((scope) => (
                  <Option
                    key={`${scope}-${passage}`}
                    type="radio"
                    name="scope"
                    value={scope}
                    required
                    defaultChecked={scope === scopes[0]}
                  >
                    {t(`review.scope.${scope}`, { passage: (passage ?? '').slice(0, 80), field: fieldTitle })}
                  </Option>
                ))}
              </Group>
              {field !== null && (
                <Group legend={t('review.reachOf')} className="group-has-[input[value=record]:checked]/hide:hidden">
                  {REACHES.map((reach) => (
                    <Option key={reach} type="radio" name="reach" value={reach} defaultChecked={reach === 'here'}>
                      {t(`review.reach.${reach}`, { field: fieldTitle })}
                    </Option>
                  ))}
                </Group>
              )}
            </>
          )}
          <Field id="ground" label={t('review.ground')}>
            <Select id="ground" name="ground" value={ground} onChange={(event) => setGround(event.target.value)}>
              {review.grounds.map(({ id, citation, text: words }) => (
                <option key={id} value={id}>
                  {citation}: {words}
                </option>
              ))}
            </Select>
          </Field>
          {rule && <MustShow rule={rule} />}
          <Field id="facts" label={t('review.facts')} hint={t('review.factsHint')}>
            <TextArea
              key={state.turn}
              id="facts"
              name="facts"
              rows={3}
              maxLength={4000}
              required
              defaultValue={state.typed.facts?.[0] ?? ''}
              aria-describedby="facts-hint"
            />
          </Field>
          <p className={ACTIONS}>
            <Button look="main" aria-disabled={pending}>
              {t('review.hide')} <Key onMain>h</Key>
            </Button>
          </p>
        </form>
      )}
      {review.open && left && (
        <KeepForms
          review={review}
          collectionId={collectionId}
          chosen={chosen}
          fieldTitle={fieldTitle}
          onShown={onShown}
        />
      )}
    </Panel>
  );
}

/** Leaving shown what the map leaves to a person, this one value or every other of its field, is kept like hiding is. */
function KeepForms({
  review,
  collectionId,
  chosen,
  fieldTitle,
  onShown,
}: Pick<Props, 'review' | 'collectionId' | 'chosen' | 'fieldTitle' | 'onShown'>) {
  const [state, submit, pending] = useActionState(keepShownAction, NOTHING_TRIED);
  const done = useRef(0);
  useEffect(() => {
    if (state.turn === done.current) return;
    done.current = state.turn;
    if (state.refusal === null) onShown();
  }, [state, onShown]);
  return (
    <form action={submit} id="keep" className={`${STACK} mt-3`}>
      <TargetFields target={{ caseId: review.caseId, seenVersion: review.version }} />
      <input type="hidden" name="collectionId" value={collectionId} />
      <input type="hidden" name="field" value={chosen.field ?? ''} />
      <Refusal state={state} />
      <p className={ACTIONS}>
        <Button name="recordNo" value={chosen.recordNo} aria-disabled={pending}>
          {t('review.show')} <Key>s</Key>
        </Button>
        <Button look="plain" name="recordNo" value="rest" aria-disabled={pending}>
          {t('review.showRest', { field: fieldTitle })}
        </Button>
      </p>
    </form>
  );
}

const NeverSent = ({ text }: { text: string }) => (
  <>
    <p>{text}</p>
    <p className="mt-2 text-ink-2">{t('review.never')}</p>
  </>
);

/** Somebody decided meanwhile: nothing can be hidden now, and what was being written is not lost. */
const Closed = ({ state: { typed, mark } }: { state: CommandState }) => (
  <>
    <p className="text-ink-2">{t('review.closed')}</p>
    {typed.facts?.[0] && (
      <Field data-refused={mark} id="typed" label={t('review.typed')}>
        <TextArea id="typed" rows={3} readOnly value={typed.facts[0]} />
      </Field>
    )}
  </>
);

const markedOf = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): string | null =>
  value.slice(selectionStart, selectionEnd) || null;

function MustShow({ rule }: { rule: HidingGround }) {
  return (
    <div className="text-sm text-ink-2">
      {t('review.mustShow')}
      <Bullets>
        {rule.mustShow.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Bullets>
    </div>
  );
}
