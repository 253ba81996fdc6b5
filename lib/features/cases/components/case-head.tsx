import { Ellipsis, User } from 'lucide-react';
import { assignCaseAction } from '@/lib/features/cases/actions/conversation';
import type { CasePage } from '@/lib/features/cases/types/page';
import { DueWords } from '@/lib/ui/due';
import { ControllerMark, Reference } from '@/lib/ui/marks';
import type { Staff } from '@/lib/features/staff/types/staff';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { CommandForm } from './command-form';
import { ReopenForm, WithdrawForm } from './ending-forms';
import { Icon } from '@/lib/ui/icon';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/input';
import { Fold } from '@/lib/ui/fold';
import { Pop } from '@/lib/ui/pop';
import { STACK } from '@/lib/ui/layout';
import { Top } from '@/lib/ui/top';

/** Where we are: the reference, whose it is, how long it is, who works on it. */
export function CaseHead({ page, back, children }: { page: CasePage; back: string; children?: React.ReactNode }) {
  return (
    <Top
      back={{ href: back, label: t('case.back') }}
      heading={
        <>
          <Reference>{page.current.reference}</Reference>{' '}
          <span lang={page.current.locale}>{page.answers?.name ?? t('queue.forgotten')}</span>
        </>
      }
      end={children}
    >
      <ControllerMark controller={page.controller} />
      <DueWords due={page.due} look="tint" />
    </Top>
  );
}

/** Who works on the case, and the rarer things. */
export function CaseMenus({ page, workers, me }: { page: CasePage; workers: readonly Staff[]; me: string }) {
  const target = { caseId: page.current.id, seenVersion: page.current.version };
  const mine = page.current.assigneeId === me;
  return (
    <>
      {!mine && page.current.state !== 'closed' && (
        <CommandForm action={assignCaseAction} target={target}>
          <input type="hidden" name="staffId" value={me} />
          <input type="hidden" name="insteadOf" value={page.current.assigneeId ?? 'nobody'} />
          <Button>
            <Icon of={User} />
            {t('case.assignToMe')}
          </Button>
        </CommandForm>
      )}
      <Pop
        atEnd
        label={
          <>
            {mine ? <Icon of={User} /> : <Icon of={Ellipsis} />}
            {page.assignee ?? t('who.nobody')}
          </>
        }
      >
        <CommandForm action={assignCaseAction} target={target} className={STACK}>
          <input type="hidden" name="insteadOf" value={page.current.assigneeId ?? 'nobody'} />
          <Field id="assign-to" label={t('case.assign')}>
            <Select id="assign-to" name="staffId" defaultValue={page.current.assigneeId ?? 'nobody'}>
              <option value="nobody">{t('who.nobody')}</option>
              {workers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Button>{t('bulk.assign')}</Button>
        </CommandForm>
        {page.withdrawal && (
          <Fold className="mt-3" summary={t('case.withdraw.open')}>
            <WithdrawForm target={target} today={page.today} mail={page.withdrawal} lang={page.current.locale} />
          </Fold>
        )}
        {page.current.state === 'closed' && page.current.from !== null && page.answers && (
          <Fold className="mt-3" summary={t('case.reopen.open')}>
            <ReopenForm target={target} />
          </Fold>
        )}
      </Pop>
    </>
  );
}
