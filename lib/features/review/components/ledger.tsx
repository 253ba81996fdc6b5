import { Eye, EyeOff, Users } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { isWithheldByMap, type LawfulCollection } from '@/lib/domain/fulfilment/under-law';
import { CommandForm } from '@/lib/features/cases/components/command-form';
import { undoKeepShownAction, undoRedactionAction } from '@/lib/features/review/actions';
import type { Review, ReviewRedaction } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Citations } from './citations';

/** Where the keyboard is when the button that was pressed is gone with its entry: at the list it was in. */
function useKeptFocus(entries: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(entries);
  useEffect(() => {
    if (entries < before.current && document.activeElement === document.body) heading.current?.focus();
    before.current = entries;
  }, [entries]);
  return heading;
}

type Props = { review: Review; collection: LawfulCollection; onGoTo: (redaction: ReviewRedaction) => void };

/** Everything that is hidden, by a person or by the data map, with the way back. */
export function Ledger({ review, collection, onGoTo }: Props) {
  const heading = useKeptFocus(review.redactions.length);
  const target = { caseId: review.caseId, seenVersion: review.version };
  const titles = new Map(
    review.systems.flatMap(({ collections }) =>
      collections.map((found) => [found.collection.id, found.collection] as const),
    ),
  );
  const byMap = collection.fields.filter(({ otherPerson }) => otherPerson !== null);
  return (
    <section className="panel" aria-labelledby="ledger">
      <header>
        <h2 id="ledger" ref={heading} tabIndex={-1} aria-describedby="ledger-count">
          {t('review.ledger')}
        </h2>
        <span className="small muted" id="ledger-count" role="status">
          {t('review.hiddenCount', { count: review.redactions.length })}
        </span>
      </header>
      {review.redactions.length === 0 && <p className="muted">{t('review.ledgerNone')}</p>}
      <ul className="rows">
        {review.redactions.map((redaction) => {
          const where = titles.get(redaction.collectionId);
          const field = where?.fields.find(({ name }) => name === redaction.field)?.title.en;
          const what = [where?.title.en, t('review.record', { no: redaction.recordNo + 1 }), field]
            .filter(Boolean)
            .join(', ');
          return (
            <li key={redaction.id}>
              <EyeOff className="i" aria-hidden="true" />
              <button type="button" className="link" onClick={() => onGoTo(redaction)}>
                {what}
              </button>
              <span className="faint">
                <Citations of={review} ids={[redaction.ground]} />
              </span>
              <span className="sub">
                {redaction.passage && <>“{redaction.passage.slice(0, 60)}”. </>}
                {redaction.facts} <span className="faint">{redaction.by}</span>
                {review.open && (
                  <CommandForm action={undoRedactionAction} target={target}>
                    <input type="hidden" name="redactionId" value={redaction.id} />
                    <input type="hidden" name="collectionId" value={redaction.collectionId} />{' '}
                    <button className="link" aria-label={t('review.undoLabel', { what })}>
                      {t('review.undo')}
                    </button>
                  </CommandForm>
                )}
              </span>
            </li>
          );
        })}
        {review.kept.map((kept) => {
          const where = titles.get(kept.collectionId);
          const what = [
            where?.title.en,
            kept.recordNo === null ? t('review.rest') : t('review.record', { no: kept.recordNo + 1 }),
            where?.fields.find(({ name }) => name === kept.field)?.title.en,
          ]
            .filter(Boolean)
            .join(', ');
          return (
            <li key={kept.id}>
              <Eye className="i" aria-hidden="true" />
              <span>{what}</span>
              <span className="faint">{t('review.leftShown')}</span>
              <span className="sub">
                <span className="faint">{kept.by}</span>
                {review.open && (
                  <CommandForm action={undoKeepShownAction} target={target}>
                    <input type="hidden" name="keptId" value={kept.id} />
                    <input type="hidden" name="collectionId" value={kept.collectionId} />{' '}
                    <button className="link" aria-label={t('review.undoKeepLabel', { what })}>
                      {t('review.undoKeep')}
                    </button>
                  </CommandForm>
                )}
              </span>
            </li>
          );
        })}
        {byMap.map(({ name, title, otherPerson }) => (
          <li key={name}>
            <Users className="i" aria-hidden="true" />
            <span>{title.en}</span>
            <span className="faint">
              {otherPerson && t(`review.mapRule.${otherPerson.rule}`, { label: otherPerson.label.en })}
            </span>
            <span className="sub">
              {t('review.map')} {isWithheldByMap(otherPerson) && <Citations of={review} ids={otherPerson.grounds} />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
