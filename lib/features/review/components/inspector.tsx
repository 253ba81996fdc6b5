'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import { Refusal } from '@/lib/features/cases/components/refusal';
import { TargetFields } from '@/lib/features/cases/components/command-form';
import { type CommandState, NOTHING_TRIED } from '@/lib/features/cases/schema';
import { keepShownAction, redactValueAction } from '@/lib/features/review/actions';
import type { Chosen, HidingGround, Review } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';

type Props = {
  review: Pick<Review, 'caseId' | 'version' | 'open' | 'grounds'>;
  collectionId: string;
  chosen: Chosen;
  /** Whether the data map leaves it to a person: then leaving it shown is a decision too. */
  left: boolean;
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
  const { recordNo, field, passage } = chosen;
  const scopes =
    field === null
      ? (['record'] as const)
      : passage === null
        ? (['field', 'record'] as const)
        : (['value', 'field', 'record'] as const);
  const rule = review.grounds.find(({ id }) => id === ground);
  return (
    <section className="panel" aria-labelledby="chosen">
      <header>
        <h2 id="chosen">
          {field === null
            ? t('review.record', { no: recordNo + 1 })
            : t('review.selected', { field: fieldTitle, no: recordNo + 1 })}
        </h2>
      </header>
      {!review.open ? (
        <Closed state={state} />
      ) : review.grounds.length === 0 ? (
        <p className="muted">{t('review.noRight')}</p>
      ) : (
        <form action={submit} className="stack" key={`${recordNo}-${field}`} id="hide">
          <TargetFields target={{ caseId: review.caseId, seenVersion: review.version }} />
          <input type="hidden" name="collectionId" value={collectionId} />
          <input type="hidden" name="recordNo" value={recordNo} />
          <input type="hidden" name="field" value={field ?? ''} />
          <input type="hidden" name="passage" value={passage ?? ''} />
          <Refusal state={state} />
          {field !== null && (
            <p>
              <label htmlFor="mark">{t('review.mark')}</label>
              <textarea
                id="mark"
                className="input--sm"
                rows={3}
                readOnly
                value={text}
                onSelect={(event) => onPassage(markedOf(event.currentTarget))}
              />
            </p>
          )}
          <fieldset>
            <legend>{t('review.what')}</legend>
            {scopes.map((scope) => (
              <label key={`${scope}-${passage}`} className="opt">
                <input type="radio" name="scope" value={scope} required defaultChecked={scope === scopes[0]} />
                <span>{t(`review.scope.${scope}`, { passage: (passage ?? '').slice(0, 80), field: fieldTitle })}</span>
              </label>
            ))}
          </fieldset>
          <p>
            <label htmlFor="ground">{t('review.ground')}</label>
            <select
              id="ground"
              name="ground"
              className="input--sm"
              value={ground}
              onChange={(event) => setGround(event.target.value)}
            >
              {review.grounds.map(({ id, citation, text: words }) => (
                <option key={id} value={id}>
                  {citation}: {words}
                </option>
              ))}
            </select>
          </p>
          {rule && <MustShow rule={rule} />}
          <p>
            <label htmlFor="facts">{t('review.facts')}</label>
            <span className="hint small" id="facts-hint">
              {t('review.factsHint')}
            </span>
            <textarea
              key={state.turn}
              id="facts"
              name="facts"
              className="input--sm"
              rows={3}
              maxLength={4000}
              required
              defaultValue={state.typed.facts?.[0] ?? ''}
              aria-describedby="facts-hint"
            />
          </p>
          <p className="actions">
            <button className="btn btn--main" aria-disabled={pending}>
              {t('review.hide')} <kbd aria-hidden="true">h</kbd>
            </button>
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
    </section>
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
    <form action={submit} id="keep" className="stack mt">
      <TargetFields target={{ caseId: review.caseId, seenVersion: review.version }} />
      <input type="hidden" name="collectionId" value={collectionId} />
      <input type="hidden" name="field" value={chosen.field ?? ''} />
      <Refusal state={state} />
      <p className="actions">
        <button className="btn" name="recordNo" value={chosen.recordNo} aria-disabled={pending}>
          {t('review.show')} <kbd aria-hidden="true">s</kbd>
        </button>
        <button className="btn btn--plain" name="recordNo" value="rest" aria-disabled={pending}>
          {t('review.showRest', { field: fieldTitle })}
        </button>
      </p>
    </form>
  );
}

/** Somebody decided meanwhile: nothing can be hidden now, and what was being written is not lost. */
const Closed = ({ state: { typed, mark } }: { state: CommandState }) => (
  <>
    <p className="muted">{t('review.closed')}</p>
    {typed.facts?.[0] && (
      <p data-refused={mark}>
        <label htmlFor="typed">{t('review.typed')}</label>
        <textarea id="typed" className="input--sm" rows={3} readOnly value={typed.facts[0]} />
      </p>
    )}
  </>
);

const markedOf = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): string | null =>
  value.slice(selectionStart, selectionEnd) || null;

function MustShow({ rule }: { rule: HidingGround }) {
  return (
    <div className="small muted">
      {t('review.mustShow')}
      <ul className="bullets">
        {rule.mustShow.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
