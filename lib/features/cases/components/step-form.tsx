import Link from 'next/link';
import type { Step } from '@/lib/domain/case/step';
import type { PauseCause } from '@/lib/domain/law/types';
import { startCollectionAction } from '@/lib/features/cases/actions/collection';
import { planErasureAction } from '@/lib/features/cases/actions/erasure';
import { closeCaseAction } from '@/lib/features/cases/actions/endings';
import { closeStoppedAction } from '@/lib/features/cases/actions/mandate';
import { type CommandAction, CommandForm, type Target } from '@/lib/features/cases/components/command-form';
import { IdentityForm } from '@/lib/features/cases/components/identity-form';
import { RetryForms } from '@/lib/features/cases/components/systems-panel';
import type { CasePage } from '@/lib/features/cases/types/page';
import type { AccountMatch } from '@/lib/features/cases/data/account-match';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { languageNames } from '@/lib/platform/i18n/language-name';
import { AskClarificationForm } from './ask-clarification-form';
import { AskIdentityForm } from './ask-identity-form';
import type { Asking } from './asking-parts';
import { CarryOutForms } from './carry-out-forms';
import { ApproveErasure, MendErasure } from './erasure-forms';
import { ErasureProgress } from './erasure-plan';
import { ExtendForm } from './extend-form';
import { BundleProgress } from './bundle-progress';
import { FailedNotices } from './failed-notices';
import { MendBundle } from './mend-bundle';
import { NameSubjectForm } from './name-subject-form';
import { ApproveRejectionForms, ProposeRejectionForm } from './rejection-forms';
import { RecipientForms } from './recipient-forms';
import { RetryEffects } from './retry-effects';
import { ReplyForm } from './reply-form';
import { StopForms } from './stop-forms';
import { Fold } from '@/lib/ui/fold';
import { STACK } from '@/lib/ui/layout';
import { Button, buttonClasses } from '@/lib/ui/button';

/** What a step is done with on the page of a case. `main`: it is the first step, whose button is the page's main one. */
export type StepContext = {
  readonly page: CasePage;
  readonly match: AccountMatch | null;
  readonly mayApprove: boolean;
  readonly me: string;
  readonly main: boolean;
};

/** @returns whether it needs the width of the page, and what does the step; null for one that nobody here can do. */
export function stepForm(
  step: Step,
  { page, match, mayApprove, me, main }: StepContext,
): { wide: boolean; form: React.ReactNode } | null {
  const { current } = page;
  const target: Target = { caseId: current.id, seenVersion: current.version };
  const look = main ? 'main' : 'normal';
  const language = languageNames([current.locale], 'en');
  const asking = (cause: PauseCause): Asking => ({
    view: page.asking[cause],
    mayApprove,
    lang: current.locale,
    language,
  });
  const wide = (form: React.ReactNode) => ({ wide: true, form });
  const slim = (form: React.ReactNode) => ({ wide: false, form });
  const press = (action: CommandAction) =>
    slim(
      <CommandForm action={action} target={target}>
        <Button look={look}>{t(`next.${step.key}.button`)}</Button>
      </CommandForm>,
    );
  const go = (href: string) =>
    slim(
      <Link className={buttonClasses({ look })} href={href} prefetch={false}>
        {t(`next.${step.key}.button`)}
      </Link>,
    );
  switch (step.key) {
    case 'mendNotice':
      return wide(<FailedNotices notices={page.failedNotices} target={target} />);
    case 'stopUse':
      return wide(
        <StopForms
          rights={page.rights.filter(({ id }) => step.rights.includes(id))}
          target={target}
          timezone={page.timezone}
        />,
      );
    case 'retryEffect':
      return wide(<RetryEffects rights={page.rights} target={target} timezone={page.timezone} />);
    case 'carryOut':
      return wide(
        <>
          <RetryEffects
            rights={page.rights.filter(({ id }) => step.rights.includes(id))}
            target={target}
            timezone={page.timezone}
          />
          <CarryOutForms
            rights={page.rights.filter(({ id }) => step.rights.includes(id))}
            target={target}
            systems={page.places}
            today={page.today}
            lang={current.locale}
            language={language}
          />
        </>,
      );
    case 'tellRecipients':
      return wide(
        <RecipientForms recipients={page.recipients} target={target} today={page.today} language={language} />,
      );
    case 'planErasure':
      return press(planErasureAction);
    case 'mendErasure':
      return (
        page.erasure &&
        wide(<MendErasure erasure={page.erasure} target={target} look={look} timezone={page.timezone} />)
      );
    case 'approveErasure':
      return (
        page.erasure &&
        wide(<ApproveErasure erasure={page.erasure} target={target} look={look} me={me} mayApprove={mayApprove} />)
      );
    case 'awaitErasure':
      return page.erasure && wide(<ErasureProgress erasure={page.erasure} timezone={page.timezone} />);
    case 'nameSubject':
      return wide(<NameSubjectForm target={target} kinds={page.identifierKinds} main={main} />);
    case 'acceptIdentity':
      return match && wide(<IdentityForm target={target} match={match} main={main} />);
    case 'awaitReply':
      return wide(
        <Replies main={main}>
          {page.questions.map((cause) => (
            <ReplyForm key={cause} target={target} cause={cause} />
          ))}
        </Replies>,
      );
    case 'startCollection':
      return press(startCollectionAction);
    case 'retrySource':
      return slim(<RetryForms systems={page.systems} target={target} />);
    case 'decide':
    case 'decideAgain':
      // What hands over a copy is looked through first; the review leads on to where it is decided.
      return page.systems.length > 0 && page.rights.some(({ id, copy }) => copy && step.rights.includes(id))
        ? go(`/desk/cases/${current.id}/review`)
        : slim(
            <Link className={buttonClasses({ look })} href={`/desk/cases/${current.id}/decide`} prefetch={false}>
              {t('decide.go')}
            </Link>,
          );
    case 'approve':
      // Whoever decided is told so here, and not by a button that refuses them.
      if (page.rights.every(({ id, decidedById }) => !step.rights.includes(id) || decidedById === me))
        return slim(<span className="text-ink-2">{t('approval.own')}</span>);
      return mayApprove
        ? go(`/desk/cases/${current.id}/approval`)
        : slim(<span className="text-ink-2">{t('next.approve.notYou')}</span>);
    case 'mendBundle':
      return wide(<MendBundle bundle={page.bundle} systems={page.systems} target={target} mayApprove={mayApprove} />);
    case 'awaitBundle':
      return wide(<BundleProgress bundle={page.bundle} systems={page.systems} />);
    case 'readMessage':
      return slim(
        <a className={buttonClasses({ look })} href="#story">
          {t('next.readMessage.button')}
        </a>,
      );
    case 'close':
      return press(closeCaseAction);
    case 'closeStopped':
      return press(closeStoppedAction);
    case 'rejectIdentity':
      return wide(
        <ProposeRejectionForm
          target={target}
          view={page.rejection}
          lang={current.locale}
          language={language}
          contains={page.rights.flatMap(({ duties }) => duties.refusalContains)}
        />,
      );
    case 'approveRejection':
      return mayApprove || page.rejection.proposedById === me
        ? wide(<ApproveRejectionForms target={target} view={page.rejection} own={page.rejection.proposedById === me} />)
        : slim(<span className="text-ink-2">{t('next.approve.notYou')}</span>);
    case 'askIdentity':
      return wide(
        <AskIdentityForm
          target={target}
          forWhom={current.forWhom}
          forbidden={page.forbiddenMeans}
          asking={asking('identity')}
        />,
      );
    case 'askClarification':
      return wide(
        <AskClarificationForm
          target={target}
          records={page.systems.reduce((sum, { records }) => sum + records, 0)}
          asking={asking('clarification')}
        />,
      );
    case 'extend':
      return wide(<ExtendForm target={target} extension={page.extension} lang={current.locale} language={language} />);
    case 'awaitSources':
      return page.systems.some(({ state }) => state === 'asked')
        ? slim(<RetryForms systems={page.systems} target={target} />)
        : null;
    case 'awaitEmail':
    case 'awaitSubject':
    case 'awaitEffects':
    case 'awaitRecipients':
    case 'awaitNotice':
    case 'awaitDownload':
    case 'acknowledge':
      return null;
    default:
      return step.key satisfies never;
  }
}

/** Most answers come over the portal: the form for the others is folded away where it would be the first thing on the page. */
const Replies = ({ main, children }: { main: boolean; children: React.ReactNode }) =>
  main ? (
    <Fold summary={t('reply.open')}>
      <div className={`${STACK} mt-3`}>{children}</div>
    </Fold>
  ) : (
    <>{children}</>
  );
