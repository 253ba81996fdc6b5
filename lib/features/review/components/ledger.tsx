import { Eye, EyeOff, Lock, Users } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { isWithheldByMap, type LawfulCollection } from '@/lib/domain/fulfilment/under-law';
import { CommandForm } from '@/lib/features/cases/components/command-form';
import { undoKeepShownAction, undoRedactionAction } from '@/lib/features/review/actions';
import type { Review, ReviewRedaction } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { alikeIn } from '@/lib/domain/fulfilment/alike';
import { Citations } from './citations';
import { Sub, Row } from '@/lib/ui/lists';
import { Panel } from '@/lib/ui/panel';
import { LINK_LIKE } from '@/lib/ui/layout';

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
  const byLaw = collection.fields.flatMap(({ title, neverSent }) =>
    neverSent.map((secret) => ({ ...secret, title: [title.en, ...secret.path].join(', ') })),
  );
  return (
    <Panel
      id="ledger"
      heading={t('review.ledger')}
      headingProps={{ ref: heading, tabIndex: -1, 'aria-describedby': 'ledger-count' }}
      beside={
        <span className="text-sm text-ink-2" id="ledger-count" role="status">
          {t('review.hiddenCount', { count: review.redactions.length })}
        </span>
      }
    >
      {review.redactions.length === 0 && <p className="text-ink-2">{t('review.ledgerNone')}</p>}
      <ul>
        {alikeIn(review.redactions).map(([redaction, ...alike]) => {
          if (!redaction) return null;
          const where = titles.get(redaction.collectionId);
          const field = where?.fields.find(({ name }) => name === redaction.field)?.title.en;
          const place =
            alike.length > 0
              ? t('review.places', { count: alike.length + 1 })
              : t('review.record', { no: redaction.recordNo + 1 });
          const what = [where?.title.en, place, field].filter(Boolean).join(', ');
          return (
            <Row icon={EyeOff} key={redaction.id}>
              <button type="button" className={LINK_LIKE} onClick={() => onGoTo(redaction)}>
                {what}
              </button>
              <span className="text-ink-3">
                <Citations of={review} ids={[redaction.ground]} />
              </span>
              <Sub>
                {redaction.passage && <>“{redaction.passage.slice(0, 60)}”. </>}
                {redaction.facts} <span className="text-ink-3">{redaction.by}</span>
                {review.open && (
                  <CommandForm className="inline" action={undoRedactionAction} target={target}>
                    <input type="hidden" name="redactionId" value={redaction.id} />
                    {alike.map(({ id }) => (
                      <input key={id} type="hidden" name="alike" value={id} />
                    ))}
                    <input type="hidden" name="collectionId" value={redaction.collectionId} />{' '}
                    <button className={LINK_LIKE} aria-label={t('review.undoLabel', { what })}>
                      {t('review.undo')}
                    </button>
                  </CommandForm>
                )}
              </Sub>
            </Row>
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
            <Row icon={Eye} key={kept.id}>
              <span>{what}</span>
              <span className="text-ink-3">{t('review.leftShown')}</span>
              <Sub>
                <span className="text-ink-3">{kept.by}</span>
                {review.open && (
                  <CommandForm className="inline" action={undoKeepShownAction} target={target}>
                    <input type="hidden" name="keptId" value={kept.id} />
                    <input type="hidden" name="collectionId" value={kept.collectionId} />{' '}
                    <button className={LINK_LIKE} aria-label={t('review.undoKeepLabel', { what })}>
                      {t('review.undoKeep')}
                    </button>
                  </CommandForm>
                )}
              </Sub>
            </Row>
          );
        })}
        {byMap.map(({ name, title, otherPerson }) => (
          <Row icon={Users} key={name}>
            <span>{title.en}</span>
            <span className="text-ink-3">
              {otherPerson && t(`review.mapRule.${otherPerson.rule}`, { label: otherPerson.label.en })}
            </span>
            <Sub>
              {t('review.map')} {isWithheldByMap(otherPerson) && <Citations of={review} ids={otherPerson.grounds} />}
            </Sub>
          </Row>
        ))}
        {byLaw.map(({ title, grounds, statement }) => (
          <Row icon={Lock} key={title}>
            <span>{title}</span>
            <span className="text-ink-3">
              <Citations of={review} ids={grounds} />
            </span>
            <Sub>{statement.en}</Sub>
          </Row>
        ))}
      </ul>
    </Panel>
  );
}
