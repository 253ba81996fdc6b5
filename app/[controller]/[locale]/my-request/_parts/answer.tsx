import { Download } from 'lucide-react';
import { Icon } from '@/lib/ui/icon';
import { PageForm } from '@/app/_ui/page-form';
import { sendDeliveryCodeAction } from '@/lib/features/delivery/actions';
import { askAgainAction } from '@/lib/features/requester/actions';
import type { Translate } from '@/lib/platform/i18n/translator';
import { longDate, plainDate } from '@/lib/platform/i18n/dates';
import { Button, buttonClasses } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Reference } from '@/lib/ui/marks';
import { Title } from '@/lib/ui/reading';
import { Hidden } from '../../_parts/hidden';
import { OwedUnverified } from './owed-unverified';
import { maskedAddress } from '@/lib/domain/intake/address';
import { bundleState, sizeText, type StatusView } from '../view';
import { ReadHere } from '../read/_parts/read-here';
import { Grounds } from './rights-list';

/** What the page says first: the answer if there is one, else what is happening now. Each is true of what is recorded, not of the state alone. */
function headline({ status }: StatusView, bundle: ReturnType<typeof bundleState>): string {
  const { state, closedHow, questions, searched, check, nothing, mandate } = status;
  if (mandate === 'stopped') return state === 'closed' ? 'stopped' : 'mandateStopped';
  if (state === 'closed' && closedHow !== 'answered') return closedHow ?? 'answered';
  if (nothing !== null && (state === 'ready' || state === 'closed'))
    return check === 'mandate' ? 'nothingOther' : 'nothing';
  if (state === 'closed') return 'answered';
  if (bundle === 'ready') return 'ready';
  if (bundle === 'expired') return 'expired';
  if (state === 'ready') return 'decided';
  if (questions.length > 0) return 'asked';
  if (state === 'verifying' && mandate === 'asked') return 'mandateAsked';
  if (state === 'verifying' && mandate === 'confirmed') return 'mandateConfirmed';
  if (state === 'verifying' && check === 'mandate') return 'verifyingMandate';
  return state === 'reviewing' && !searched ? 'deciding' : state;
}

/** By when, where anything is still to be answered; one date is never said of two clocks. */
function byState({ status: { state, clock, rights, mandate } }: StatusView): string | null {
  if (state === 'closed' || state === 'ready' || mandate === 'stopped') return null;
  if (clock.pausedSinceOn !== null) return 'paused';
  if (state === 'preparing') return 'copy';
  return new Set(rights.flatMap(({ lastDayOn }) => (lastDayOn === null ? [] : [lastDayOn]))).size > 1
    ? 'several'
    : 'one';
}

export function Answer(view: StatusView) {
  const { portal, status } = view;
  const { t, locale } = portal;
  const bundle = bundleState(view);
  const key = headline(view, bundle);
  const by = byState(view);
  const text =
    key.startsWith('nothing') && status.nothing
      ? `${status.nothing.held} ${status.nothing.more}`
      : t(`status.now.${key}.text`);
  return (
    <>
      <Title
        caption={
          <>
            {t('status.caption')} <Reference>{status.reference}</Reference>
          </>
        }
      >
        {t(`status.now.${key}.title`)}
      </Title>
      <p className="text-lg">
        {text}
        {by !== null && ` ${t('status.by', { state: by, dueOn: longDate(status.lastDayOn, locale) })}`}
      </p>
      {status.keeping && (
        <p>
          {t(`status.kept.${status.keeping.because}`, {
            date: status.keeping.because === 'time' ? plainDate(status.keeping.until, locale) : '',
          })}
        </p>
      )}
      <OwedUnverified {...view} />
      {status.subject && (
        <p>{t('sent.about', { name: status.subject.name, relation: t(`relation.${status.subject.relation}`) })}</p>
      )}
      {status.rejection && <Grounds view={view} {...status.rejection} />}
      {bundle === 'ready' && <Open {...view} t={t} />}
      {bundle === 'expired' && (
        <PageForm action={askAgainAction}>
          <Hidden portal={portal} />
          <p className={ACTIONS}>
            <Button look="main" type="submit">
              {t('status.askAgain.button')}
            </Button>
          </p>
        </PageForm>
      )}
    </>
  );
}

function Open({ portal, status, session, t }: StatusView & { t: Translate }) {
  const size = sizeText(status.bundle?.sizeBytes ?? 0, portal.locale);
  if (session.fresh) {
    return (
      <div id="data" className="grid gap-3">
        <p className={ACTIONS}>
          <a className={buttonClasses({ look: 'main' })} href={`${portal.home}/my-request/download`} download>
            <Icon of={Download} />
            {t('status.download', { size })}
          </a>
          <ReadHere portal={portal} />
        </p>
        <p className="text-sm text-ink-2">{t('status.downloadHint')}</p>
      </div>
    );
  }
  return (
    <PageForm action={sendDeliveryCodeAction}>
      <Hidden portal={portal} />
      <p className={ACTIONS}>
        <Button look="main" type="submit">
          {t(status.nothing ? 'status.openNothing' : 'status.open', { size })}
        </Button>
      </p>
      <p className="text-sm text-ink-2">{t('status.openHint', { email: maskedAddress(status.email) })}</p>
    </PageForm>
  );
}
