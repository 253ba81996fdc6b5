'use client';

import { EXTENSION_REASONS } from '@/lib/domain/case/reasons';
import { extendDeadlineAction } from '@/lib/features/cases/actions/deadlines';
import { type Target, TargetFields } from '@/lib/features/cases/components/command-form';
import { Refusal } from '@/lib/features/cases/components/refusal';
import type { ExtensionView } from '@/lib/features/cases/types/page';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { WordsField } from './asking-parts';
import { LookButton, NoticeSheet } from './notice-look';
import { useLook } from './use-look';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Input } from '@/lib/ui/input';
import { Option, Group } from '@/lib/ui/option';
import { Note } from '@/lib/ui/note';
import { Scroll, SmallTable } from '@/lib/ui/table';
import { ACTIONS, STACK } from '@/lib/ui/layout';

type Props = { target: Target; extension: readonly ExtensionView[]; lang: string; language: string };

/** Takes more time, once: what it gives under each law, why it is needed, and what the requester is told (Art. 12(3) GDPR). */
export function ExtendForm({ target, extension, lang, language }: Props) {
  const { state, submit, pending, look } = useLook(extendDeadlineAction);
  const earlier = extension.filter(({ noticeByOn, noticeTargetOn }) => noticeTargetOn < noticeByOn);
  return (
    <form action={submit} className={STACK} key={state.turn}>
      <TargetFields target={target} />
      <Refusal state={state} />
      <Given extension={extension} />
      {earlier.map(({ regime, noticeTargetOn }) => (
        <Note key={regime}>
          {t('extend.target', { law: t(`regime.${regime}`), date: shortDate(noticeTargetOn, 'en') })}
        </Note>
      ))}
      <Group legend={t('extend.reasons')}>
        {EXTENSION_REASONS.map((reason) => (
          <Option
            key={reason}
            type="checkbox"
            name="reasons"
            value={reason}
            defaultChecked={state.typed.reasons?.includes(reason)}
            hint={t(`extend.reason.${reason}.hint`)}
          >
            {t(`extend.reason.${reason}.label`)}
          </Option>
        ))}
      </Group>
      <WordsField
        id="extend"
        label={t('extend.words')}
        hint={t('extend.wordsHint', { language })}
        lang={lang}
        typed={state.typed.body?.[0] ?? ''}
      />
      {extension.some(({ extendedOn }) => extendedOn === null) && (
        <Field id="promised" label={t('extend.promised')} hint={t('extend.promisedHint')}>
          <Input
            width="day"
            id="promised"
            name="promisedOn"
            type="date"

            required
            defaultValue={state.typed.promisedOn?.[0] ?? ''}
            aria-describedby="promised-hint"
          />
        </Field>
      )}
      <div className={ACTIONS}>
        <Button aria-disabled={pending}>{t('extend.button')}</Button>
        <LookButton onClick={look} aria-disabled={pending} />
      </div>
      <NoticeSheet state={state} />
    </form>
  );
}

/** Today's last day beside the new one: nominal and rolled days are found the same way, and the working shows them afterwards. */
function Given({ extension }: { extension: Props['extension'] }) {
  return (
    <Scroll label={t('extend.given')}>
      <SmallTable
        caption={t('extend.given')}
        columns={(['law', 'now', 'then', 'noticeBy'] as const).map((column) => ({
          label: t(`extend.column.${column}`),
        }))}
        rows={extension.map(({ regime, lastDayOn, extendedOn, noticeByOn }) => ({
          id: `${regime} ${lastDayOn}`,
          cells: [
            t(`regime.${regime}`),
            shortDate(lastDayOn, 'en'),
            <b key="then">{extendedOn ? shortDate(extendedOn, 'en') : t('extend.asPromised')}</b>,
            shortDate(noticeByOn, 'en'),
          ],
        }))}
      />
    </Scroll>
  );
}
