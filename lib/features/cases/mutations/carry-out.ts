import type { CarryOutEvent } from '@/lib/domain/case/commands/carry-out';
import { answersOf, localeOf } from '@/lib/features/case-file/data/case';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { statementsKept } from '@/lib/features/case-file/data/corrections';
import { sendingsOf } from '@/lib/features/case-file/data/sendings';
import { controller } from '@/lib/platform/controllers/registry';
import { ERASING_RIGHTS } from '@/lib/domain/law/erasing-rights';
import { effectStepOf } from '@/lib/domain/law/right-effects';
import { nameRestrictionGround } from '@/lib/features/case-file/rows/restrictions';
import { recordCarriedOut, recordStop } from '@/lib/features/case-file/rows/rights';
import { rightColumns } from '@/lib/features/case-file/schema/rows';
import { noticeWithLetter } from '@/lib/features/cases/data/letter';
import { longDate } from '@/lib/platform/i18n/dates';
import { translator } from '@/lib/platform/i18n/translator';
import { openText } from '@/lib/platform/vault/case-key';
import type { ConsequenceRows, Situation } from './consequences';
import { suppressPerson } from './erasure';

export const CARRY_OUT_CONSEQUENCES: ConsequenceRows<CarryOutEvent> = {
  UseStopped: { rows: ({ rightItemId }, { tx, at }) => recordStop(tx, rightItemId, at), mail: null },
  RightCarriedOut: {
    rows: async (event, situation) => {
      await recordCarriedOut(situation.tx, situation.key, event, situation.at);
      if (ERASING_RIGHTS.some((right) => right === event.right)) await suppressPerson(situation);
      if (isRestricting(event.right)) await keepNamedGround(event.rightItemId, situation);
    },
    mail: (event, situation) => (event.told.length === 0 ? null : doneMail(event, situation)),
  },
};

const isRestricting = (right: string): boolean => effectStepOf(rightColumns.shape.right.parse(right)) === 'restrict';

/** A restriction rests on what the person named, until somebody of the desk finds otherwise. */
async function keepNamedGround(rightItemId: string, { tx, row }: Situation): Promise<void> {
  if (row.rights.find(({ id }) => id === rightItemId)?.restrictedFor) return;
  const ground = (await answersOf(row, tx)).restriction?.ground;
  if (ground && ground !== 'untold') await nameRestrictionGround(tx, { rightItemId, ground });
}

/** What was done, where and when: the mail says that it was, the letter in the desk's words what. */
async function doneMail(
  { rightItemId, right, on, told }: Extract<CarryOutEvent, { type: 'RightCarriedOut' }>,
  { tx, row, key, at }: Situation,
) {
  const locale = localeOf(row.locale);
  const sealed = row.rights.find(({ id }) => id === rightItemId)?.sealedCarriedOut;
  const what = translator(locale, 'law')(`right.${right}.plain`);
  const done = { kind: 'carriedOut', words: { what, on: longDate(on, locale) } } as const;
  const words = sealed ? openText(key, sealed, `carriedOut:${rightItemId}`) : '';
  const details = detailsOf(rightItemId, { row, key });
  return { ...(await noticeWithLetter(row, done, { words, details }, at, tx)), rights: told };
}

/** What the person had put beside their data, and where their copy was sent, once that is so. */
function detailsOf(rightItemId: string, { row, key }: Pick<Situation, 'row' | 'key'>): readonly string[] {
  const locale = localeOf(row.locale);
  const { timezone } = controller(row.controllerId).definition;
  const t = translator(locale, 'letter');
  return [
    ...statementsKept(row, key).flatMap(({ rightItemId: id, text }) =>
      id === rightItemId ? [t('done.statement'), text] : [],
    ),
    ...sendingsOf(row, rightItemId).flatMap((one) =>
      one.taken
        ? [
            t('done.sent', {
              receiver: one.receiver[locale],
              date: longDate(localDateOf(one.taken.at.toISOString(), timezone), locale),
              receipt: one.taken.receiptId ?? 'none',
            }),
          ]
        : [],
    ),
  ];
}
