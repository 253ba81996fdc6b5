import Link from 'next/link';
import { approveDecisionAction, returnDecisionAction } from '@/lib/features/cases/actions/decisions';
import type { RightView } from '@/lib/features/cases/loaders/rights';
import type { CasePage } from '@/lib/features/cases/types/page';
import { returnSchema } from '@/lib/features/cases/schema';
import type { LetterPreview, Review } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { CommandForm } from '@/lib/features/cases/components/command-form';
import { ReturnForm } from '@/lib/features/cases/components/return-form';
import { RightsPanel } from '@/lib/features/cases/components/rights-panel';
import { HiddenValues } from './hidden-values';
import { Letters } from './letters';
import { Since } from './since';
import { Button, buttonClasses } from '@/lib/ui/button';
import { Panel } from '@/lib/ui/panel';
import { Note } from '@/lib/ui/note';
import { Fold } from '@/lib/ui/fold';
import { Group, Option } from '@/lib/ui/option';
import { SmallTable } from '@/lib/ui/table';
import { ACTIONS } from '@/lib/ui/layout';

const number = new Intl.NumberFormat('en-GB');

/** Everything a second person has to see before an answer leaves: outcomes, grounds, facts, what is hidden, and how much there is. */
export function ApprovalPage({
  page,
  review,
  letters,
  me,
}: {
  page: CasePage;
  review: Review;
  letters: readonly LetterPreview[];
  me: string;
}) {
  const waiting = page.current.state === 'closed' ? [] : page.rights.filter(({ progress }) => progress === 'decided');
  const theirs = waiting.filter(({ decidedById }) => decidedById !== me);
  const waits = waiting.length > 0;
  const target = { caseId: page.current.id, seenVersion: page.current.version };
  return (
    <div className="max-w-[72rem] py-4">
      <p className="px-5 text-ink-2">{t(waits ? 'approval.lead' : 'approval.done')}</p>
      {theirs.length < waiting.length && <Note className="mx-5 my-3">{t('approval.own')}</Note>}
      {review.since && <Since review={review} since={review.since} timezone={page.timezone} />}
      <Letters of={letters} caseId={page.current.id} />
      <RightsPanel page={page} forms={false} />
      <HiddenValues review={review} />
      {review.kept.length > 0 && (
        <Note className="mx-5 my-3">{t('approval.leftShown', { count: review.kept.length })}</Note>
      )}
      <Counts review={review} />
      {theirs.length > 0 && (
        <Panel id="approve" heading={t('approval.button')}>
          <p className="text-ink-2">{t('approval.why')}</p>
          <CommandForm action={approveDecisionAction} target={target} className={`${ACTIONS} mt-3`}>
            <WaitingRights rights={theirs} legend={t('approval.which')} />
            <Button look="main">{t('approval.button')}</Button>
            <Link className={buttonClasses()} href={`/desk/cases/${page.current.id}/review`} prefetch={false}>
              {t('approval.openReview')}
            </Link>
          </CommandForm>
          <Fold className="mt-3" summary={t('return.heading')}>
            <ReturnForm target={target} reasons={returnSchema.shape.reason.options} action={returnDecisionAction}>
              <WaitingRights rights={waiting} legend={t('return.which')} />
            </ReturnForm>
          </Fold>
        </Panel>
      )}
    </div>
  );
}

/** Each right is agreed to, or sent back, by itself; where one alone waits there is nothing to choose. */
function WaitingRights({ rights, legend }: { rights: readonly RightView[]; legend: string }) {
  if (rights.length === 1) return <input type="hidden" name="rightItemIds" value={rights[0]?.id} />;
  return (
    <Group legend={legend} className="w-full">
      {rights.map(({ id, right, citation }) => (
        <Option key={id} type="checkbox" name="rightItemIds" value={id} defaultChecked>
          {t(`right.${right}`)} <span className="text-ink-3">{citation}</span>
        </Option>
      ))}
    </Group>
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
    <Panel id="counts" heading={t('approval.records')}>
      {found.length === 0 ? (
        <p className="text-ink-2">{t('approval.recordsNone')}</p>
      ) : (
        <SmallTable
          columns={[
            { label: t('approval.collection') },
            { label: t('approval.system') },
            { label: t('approval.count'), numbers: true },
          ]}
          rows={found.map(({ id, system, title, records }) => ({ id, cells: [title, system, number.format(records)] }))}
        />
      )}
    </Panel>
  );
}
