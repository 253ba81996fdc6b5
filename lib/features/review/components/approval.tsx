import Link from 'next/link';
import { isWithheldByMap } from '@/lib/domain/fulfilment/under-law';
import { approveDecisionAction, returnDecisionAction } from '@/lib/features/cases/actions/decisions';
import type { CasePage } from '@/lib/features/cases/types/page';
import { returnSchema } from '@/lib/features/cases/schema';
import type { Review } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { CommandForm } from '@/lib/features/cases/components/command-form';
import { ReturnForm } from '@/lib/features/cases/components/return-form';
import { RightsPanel } from '@/lib/features/cases/components/rights-panel';
import { Citations } from './citations';

const number = new Intl.NumberFormat('en-GB');

/** Everything a second person has to see before an answer leaves: outcomes, grounds, facts, what is hidden, and how much there is. */
export function ApprovalPage({ page, review, me }: { page: CasePage; review: Review; me: string }) {
  const waits = page.current.state === 'awaitingApproval';
  const own = page.rights.some(({ decidedById }) => decidedById === me);
  const target = { caseId: page.current.id, seenVersion: page.current.version };
  return (
    <div className="approval">
      <p className="muted">{t(waits ? 'approval.lead' : 'approval.done')}</p>
      {own && waits && <p className="note">{t('approval.own')}</p>}
      <RightsPanel page={page} forms={false} />
      <Hidden review={review} />
      {review.kept.length > 0 && <p className="note">{t('approval.leftShown', { count: review.kept.length })}</p>}
      <Counts review={review} />
      {waits && !own && (
        <section className="panel" aria-labelledby="approve">
          <h2 id="approve">{t('approval.button')}</h2>
          <p className="muted">{t('approval.why')}</p>
          <CommandForm action={approveDecisionAction} target={target} className="actions mt">
            <button className="btn btn--main">{t('approval.button')}</button>
            <Link className="btn" href={`/desk/cases/${page.current.id}/review`} prefetch={false}>
              {t('approval.openReview')}
            </Link>
          </CommandForm>
          <details className="mt">
            <summary>{t('return.heading')}</summary>
            <ReturnForm target={target} reasons={returnSchema.shape.reason.options} action={returnDecisionAction} />
          </details>
        </section>
      )}
    </div>
  );
}

function Hidden({ review }: { review: Review }) {
  const titleOf = new Map(
    review.systems.flatMap(({ collections }) =>
      collections.map(({ collection }) => [collection.id, collection.title.en]),
    ),
  );
  const byMap = review.systems.flatMap(({ collections }) =>
    collections.flatMap(({ collection }) =>
      collection.fields.flatMap(({ name, title, otherPerson }) =>
        isWithheldByMap(otherPerson) ? [{ id: `${collection.id}.${name}`, collection, title, otherPerson }] : [],
      ),
    ),
  );
  return (
    <section className="panel" aria-labelledby="hidden">
      <h2 id="hidden">{t('approval.hiddenHeading')}</h2>
      {review.redactions.length + byMap.length === 0 ? (
        <p className="muted">{t('approval.hiddenNone')}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('approval.hiddenHeading')}>
          <table className="mini">
            <thead>
              <tr>
                <th scope="col">{t('approval.collection')}</th>
                <th scope="col">{t('approval.what')}</th>
                <th scope="col">{t('approval.ground')}</th>
                <th scope="col">{t('approval.facts')}</th>
                <th scope="col">{t('approval.by')}</th>
              </tr>
            </thead>
            <tbody>
              {review.redactions.map((redaction) => (
                <tr key={redaction.id}>
                  <th scope="row">
                    {titleOf.get(redaction.collectionId) ?? redaction.collectionId},{' '}
                    {t('review.record', { no: redaction.recordNo + 1 })}
                  </th>
                  <td>
                    {t(`approval.scope.${redaction.scope}`)}
                    {redaction.field && `: ${redaction.field}`}
                    {redaction.passage && `, “${redaction.passage.slice(0, 60)}”`}
                  </td>
                  <td>
                    <Citations of={review} ids={[redaction.ground]} />
                  </td>
                  <td>{redaction.facts}</td>
                  <td>{redaction.by}</td>
                </tr>
              ))}
              {byMap.map(({ id, collection, title, otherPerson }) => (
                <tr key={id}>
                  <th scope="row">{collection.title.en}</th>
                  <td>
                    {t('approval.scope.field')}: {title.en}
                  </td>
                  <td>
                    <Citations of={review} ids={otherPerson.grounds} />
                  </td>
                  <td>{t(`review.mapRule.${otherPerson.rule}`, { label: otherPerson.label.en })}</td>
                  <td>{t('review.map')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Counts({ review }: { review: Review }) {
  const found = review.systems.flatMap((system) =>
    system.collections.map(({ collection, records }) => ({
      id: collection.id,
      system: system.name,
      title: collection.title.en,
      records,
    })),
  );
  return (
    <section className="panel" aria-labelledby="counts">
      <h2 id="counts">{t('approval.records')}</h2>
      {found.length === 0 ? (
        <p className="muted">{t('approval.recordsNone')}</p>
      ) : (
        <table className="mini">
          <thead>
            <tr>
              <th scope="col">{t('approval.collection')}</th>
              <th scope="col">{t('approval.system')}</th>
              <th scope="col" className="num">
                {t('approval.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ id, system, title, records }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td>{system}</td>
                <td className="num">{number.format(records)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
