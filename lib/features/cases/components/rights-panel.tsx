import { CircleCheck, CircleDashed } from 'lucide-react';
import Link from 'next/link';
import { isOver } from '@/lib/domain/case/progress';
import type { CasePage } from '@/lib/features/cases/types/page';
import type { RightView } from '@/lib/features/cases/loaders/rights';
import { dateAndTime, shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { EffectsList } from './effects-list';
import { StatementPreview } from './statement-preview';
import { Panel } from '@/lib/ui/panel';
import { Sub, Row } from '@/lib/ui/lists';
import { Bubble } from '@/lib/ui/words';

/** The rights of a case: how far each has come and by when, how it was settled, and the way to where it is decided. */
export function RightsPanel({ page, forms, me = '' }: { page: CasePage; forms: boolean; me?: string }) {
  return (
    <Panel id="rights" heading={t('rights.heading')}>
      <ul>
        {page.rights.map((item) => (
          <Row icon={item.outcome && item.standing !== 'agreed' ? CircleCheck : CircleDashed} key={item.id}>
            <span>
              <b>{t(`right.${item.right}`)}</b> <span className="text-ink-3">{item.citation}</span>
            </span>
            <span className="font-medium">{item.outcome ? t(`outcome.${item.outcome}.label`) : t('rights.open')}</span>
            <Sub>
              {t('rights.way', {
                progress: t(`progress.${item.progress}`),
                date: item.lastDayOn ? shortDate(item.lastDayOn, 'en') : 'none',
                over: isOver(item.progress) || page.current.state === 'closed' ? 'yes' : 'no',
              })}
            </Sub>
            <Doing item={item} page={page} />
            {item.stop.due && <Sub className="font-medium text-soon">{t('rights.stopDue')}</Sub>}
            {item.stop.stoppedAt && (
              <Sub>{t('rights.stopped', { at: dateAndTime(new Date(item.stop.stoppedAt), 'en', page.timezone) })}</Sub>
            )}
            {item.effects && <EffectsList of={item.effects} timezone={page.timezone} />}
            {item.reached && item.outcome === null && (
              <Sub>{t('rights.reached', { times: item.reached.times, per: item.reached.per })}</Sub>
            )}
            {item.statement && (
              <div className="col-[2/-1]">
                <StatementPreview of={item.statement} lang={page.current.locale} />
              </div>
            )}
            <Reasons item={item} page={page} />
            {forms && (item.decidable || (item.progress === 'decided' && item.decidedById === me)) && (
              <Sub>
                <Link href={`/desk/cases/${page.current.id}/decide`} prefetch={false}>
                  {t(item.decidable ? 'decide.open' : 'decide.reopen', { right: t(`right.${item.right}`) })}
                </Link>
              </Sub>
            )}
          </Row>
        ))}
      </ul>
    </Panel>
  );
}

/** Granted is not done: what was agreed and by when, or what was done, where and when. */
export function Doing({ item, page }: { item: RightView; page: CasePage }) {
  if (item.standing === 'agreed')
    return (
      <Sub className="font-medium text-soon">
        {item.waitsForCopy
          ? t('rights.afterCopy')
          : t('rights.agreed', { doneBy: item.doneBy, date: item.lastDayOn ? shortDate(item.lastDayOn, 'en') : '' })}
      </Sub>
    );
  if (item.standing === 'takenBack') return <Sub className="font-medium">{t('rights.takenBack')}</Sub>;
  if (!item.carriedOut) return null;
  const { on, systems, facts, byId } = item.carriedOut;
  const names = systems.map((id) => page.places.find((place) => place.id === id)?.name ?? t(`carryOut.${id}`));
  return (
    <Sub>
      <p>
        {t('rights.carriedOut', {
          date: shortDate(on, 'en'),
          where: new Intl.ListFormat('en').format(names),
          name: page.staff.get(byId) ?? t('who.unknown'),
        })}
      </p>
      {facts && <Bubble lang={page.current.locale}>{facts}</Bubble>}
    </Sub>
  );
}

export function Reasons({ item, page }: { item: RightView; page: CasePage }) {
  if (!item.outcome) return null;
  return (
    <Sub>
      {item.grounds.map(({ id, citation, text }) => (
        <p key={id}>
          {citation}: {text}
        </p>
      ))}
      {item.facts && <Bubble lang={page.current.locale}>{item.facts}</Bubble>}
      <p>{t('rights.decidedBy', { name: page.staff.get(item.decidedById ?? '') ?? t('who.unknown') })}</p>
      {item.approvedById && (
        <p>{t('rights.approvedBy', { name: page.staff.get(item.approvedById) ?? t('who.unknown') })}</p>
      )}
    </Sub>
  );
}
