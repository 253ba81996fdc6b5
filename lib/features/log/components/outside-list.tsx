import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import type { LogOutside } from '@/lib/features/log/types';
import { dateAndTime } from '@/lib/platform/i18n/dates';
import { deskText, dpoText as t } from '@/lib/platform/i18n/desk';
import { Panel } from '@/lib/ui/panel';
import { Row } from '@/lib/ui/lists';

const number = new Intl.NumberFormat('en-GB');
const clock = (at: Date): string => `${dateAndTime(at, 'en', 'UTC')} UTC`;

type Line = { readonly state: 'ok' | 'late' | 'done'; readonly text: string };

const SHAPES = { ok: CircleCheck, late: TriangleAlert, done: CircleDashed } as const;

function fileLine({ file }: LogOutside): Line {
  return file
    ? { state: 'ok', text: t('outside.file', { size: number.format(file.size), at: clock(file.signedAt) }) }
    : { state: 'done', text: t('outside.noFile') };
}

function mailLine({ mail }: LogOutside): Line {
  if (!mail) return { state: 'done', text: t('outside.mail.none') };
  const state = mail.state === 'sent' ? 'ok' : mail.state === 'queued' || mail.state === 'handedOver' ? 'done' : 'late';
  return {
    state,
    text: t(`outside.mail.${mail.state}`, {
      at: clock(mail.at),
      reason: deskText(`mailFailure.${mail.reason ?? 'none'}`),
    }),
  };
}

function witnessLine({ witness }: LogOutside): Line {
  if (!witness) return { state: 'done', text: t('outside.witness.none') };
  const taken = witness.taken
    ? t('outside.witness.taken', { size: number.format(witness.taken.size), at: clock(witness.taken.at) })
    : t('outside.witness.never');
  if (!witness.failed) return { state: witness.taken ? 'ok' : 'done', text: taken };
  return {
    state: 'late',
    text: `${t(`outside.witness.${witness.failed.reason}`, { at: clock(witness.failed.at) })} ${taken}`,
  };
}

/** Where checkpoints are kept besides the database, as far as it is recorded. */
export function OutsideList({ outside }: { outside: LogOutside }) {
  const lines = [fileLine(outside), mailLine(outside), witnessLine(outside)];
  return (
    <Panel id="outside" heading={t('outside.heading')}>
      <ul>
        {lines.map(({ state, text }) => {
          const Shape = SHAPES[state];
          return (
            <Row icon={Shape} key={text} state={state}>
              <span>{text}</span>
            </Row>
          );
        })}
      </ul>
    </Panel>
  );
}
