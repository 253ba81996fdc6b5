import clsx from 'clsx';
import type { Requirement } from '@/lib/domain/law/types';
import type { Duty, RightView } from '@/lib/features/cases/loaders/rights';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Option, Group } from '@/lib/ui/option';
import { Fold } from '@/lib/ui/fold';
import { Bullets } from '@/lib/ui/lists';
import { STACK } from '@/lib/ui/layout';

// Shown by the outcome that is chosen in the form around it, so that it needs no script.
const WITH_LESS = clsx(
  'hidden group-has-[input[value=partlyGranted]:checked]/decision:block',
  'group-has-[input[value=notIdentifiable]:checked]/decision:block group-has-[input[value=refused]:checked]/decision:block',
);

type Duties = RightView['duties'];

/** What the law wants told of it is told when it has been done. */
const doneByDesk = (doneBy: RightView['doneBy']): boolean => doneBy === 'desk' || doneBy === 'erasing';

/** What the law asks for besides the outcome: what is checked first stands open, what the answer must say and who is told is a click away. */
export function RightDuties({ duties, doneBy }: { duties: Duties; doneBy: RightView['doneBy'] }) {
  return (
    <>
      <Requirements label={t('decide.checks')} of={duties.checks} />
      <Fold small summary={t('duties.open')}>
        <div className={`${STACK} mt-3`}>
          <Requirements
            label={t('duties.answer')}
            of={duties.answerContains.filter(({ asks }) => !asks || doneByDesk(doneBy))}
          />
          {duties.tell.length > 0 && (
            <div>
              <p className="mb-1 font-medium">{t('duties.tell')}</p>
              <Bullets>
                {duties.tell.map((whom) => (
                  <li key={whom}>{t(`tell.${whom}`)}</li>
                ))}
              </Bullets>
            </div>
          )}
          <p className="text-ink-2">{t(`fee.${duties.fee}`)}</p>
        </div>
      </Fold>
    </>
  );
}

/** Shown with an outcome that gives less than was asked for: what such an answer must contain (Art. 12(4) GDPR; 1798.145(h)(2)). */
export function RefusalDuties({
  duties: { refusalContains },
  confirmed,
}: {
  duties: Duties;
  confirmed: readonly string[];
}) {
  if (refusalContains.length === 0) return null;
  return (
    <div className={WITH_LESS}>
      <Requirements label={t('duties.refusal')} of={refusalContains.filter(({ asks }) => !asks)} />
      <Confirmations legend={t('duties.confirmRefusal')} of={refusalContains} confirmed={confirmed} />
    </div>
  );
}

/** What an answer must say and only the desk's own words can: confirmed part by part, and kept in the log. `doing`: with the record of what was done. */
export function AnswerConfirmations({
  item: { duties, doneBy },
  confirmed,
  doing = false,
}: {
  item: RightView;
  confirmed: readonly string[];
  doing?: boolean;
}) {
  if (doneByDesk(doneBy) && !doing) return null;
  return <Confirmations legend={t('duties.confirmAnswer')} of={duties.answerContains} confirmed={confirmed} />;
}

/** @param of each once, also where several rights of a request want the same */
export function Confirmations({
  legend,
  of,
  confirmed,
}: {
  legend: string;
  of: readonly Duty[];
  confirmed: readonly string[];
}) {
  const asked = [...new Map(of.filter(({ asks }) => asks).map((duty) => [duty.id, duty])).values()];
  if (asked.length === 0) return null;
  return (
    <Group legend={legend}>
      {asked.map(({ id, text, citation, unstated }) => (
        <Option key={id} type="checkbox" name="confirmed" value={id} defaultChecked={confirmed.includes(id)}>
          {text} <span className="text-ink-3">{citation}</span>
          {unstated && <span className="block text-ink-2">{t('duties.unstated')}</span>}
        </Option>
      ))}
    </Group>
  );
}

function Requirements({ label, of }: { label: string; of: readonly Requirement[] }) {
  if (of.length === 0) return null;
  return (
    <div>
      <p className="mb-1 font-medium">{label}</p>
      <Bullets>
        {of.map(({ id, text, citation }) => (
          <li key={id}>
            {text} <span className="text-ink-3">{citation}</span>
          </li>
        ))}
      </Bullets>
    </div>
  );
}
