import { approveErasureAction, planErasureAction, retryErasureAction } from '@/lib/features/cases/actions/erasure';
import { CommandForm, type Target } from '@/lib/features/cases/components/command-form';
import type { ErasureView } from '@/lib/features/cases/loaders/erasure';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { Fold } from '@/lib/ui/fold';
import { ACTIONS } from '@/lib/ui/layout';
import { ErasurePlan, ErasureProblems, ErasureProgress } from './erasure-plan';

type PlanButton = { target: Target; look: 'main' | 'normal' };
type Props = PlanButton & { erasure: ErasureView };

const PlanAgain = ({ target, look }: PlanButton) => (
  <CommandForm action={planErasureAction} target={target} className={ACTIONS}>
    <Button look={look}>{t('erasure.planAgain')}</Button>
  </CommandForm>
);

/** Why nothing is erased, and the buttons that ask the system again, or have all of them looked through anew once that is mended. */
export function MendErasure({ erasure, target, look, timezone }: Props & { timezone: string }) {
  return (
    <>
      <ErasureProgress erasure={erasure} timezone={timezone} />
      <ErasureProblems erasure={erasure} />
      {erasure.state === 'unanswered' && (
        <CommandForm action={retryErasureAction} target={target} className={ACTIONS}>
          <input type="hidden" name="erasureId" value={erasure.id} />
          <Button look={look}>{t('erasure.askAgain')}</Button>
        </CommandForm>
      )}
      <PlanAgain target={target} look={erasure.state === 'unanswered' ? 'normal' : look} />
    </>
  );
}

/** For records that came back after they were erased, out of a backup or by an import: the whole way again, for the same request. */
export const EraseAgain = ({ target }: { target: Target }) => (
  <Fold summary={t('erasure.cameBack')}>
    <p className="mb-2 text-sm text-ink-2">{t('erasure.cameBackHint')}</p>
    <PlanAgain target={target} look="normal" />
  </Fold>
);

/** The plan before the eyes of whoever agrees to it: exactly this one, by its digest. */
export function ApproveErasure({ erasure, target, look, me, mayApprove }: Props & { me: string; mayApprove: boolean }) {
  return (
    <>
      <ErasurePlan erasure={erasure} />
      <p className="text-ink-2">{t('erasure.told', { days: erasure.coolingOffDays })}</p>
      {erasure.askedById === me ? (
        <p className="text-ink-2">{t('erasure.own')}</p>
      ) : mayApprove ? (
        <CommandForm action={approveErasureAction} target={target} className={ACTIONS}>
          <input type="hidden" name="digest" value={erasure.digest ?? ''} />
          <Button look={look}>{t('erasure.approve')}</Button>
        </CommandForm>
      ) : (
        <p className="text-ink-2">{t('next.approve.notYou')}</p>
      )}
      <PlanAgain target={target} look="normal" />
    </>
  );
}
