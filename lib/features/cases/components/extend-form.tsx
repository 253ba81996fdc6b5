'use client';

import { useActionState } from 'react';
import { EXTENSION_REASONS } from '@/lib/domain/case/types';
import { extendDeadlineAction } from '@/lib/features/cases/actions/deadlines';
import { type Target, TargetFields } from '@/lib/features/cases/components/command-form';
import { Refusal } from '@/lib/features/cases/components/refusal';
import type { ExtensionView } from '@/lib/features/cases/types/page';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { WordsField } from './asking-parts';

type Props = { target: Target; extension: readonly ExtensionView[]; lang: string; language: string };

/** Takes more time, once: what it gives under each law, why it is needed, and what the requester is told (Art. 12(3) GDPR). */
export function ExtendForm({ target, extension, lang, language }: Props) {
  const [state, submit, pending] = useActionState(extendDeadlineAction, NOTHING_TRIED);
  const earlier = extension.filter(({ noticeByOn, noticeTargetOn }) => noticeTargetOn < noticeByOn);
  return (
    <form action={submit} className="stack" key={state.turn}>
      <TargetFields target={target} />
      <Refusal state={state} />
      <Given extension={extension} />
      {earlier.map(({ regime, noticeTargetOn }) => (
        <p key={regime} className="note">
          {t('extend.target', { law: t(`regime.${regime}`), date: shortDate(noticeTargetOn, 'en') })}
        </p>
      ))}
      <fieldset>
        <legend>{t('extend.reasons')}</legend>
        {EXTENSION_REASONS.map((reason) => (
          <label key={reason} className="opt">
            <input
              type="checkbox"
              name="reasons"
              value={reason}
              defaultChecked={state.typed.reasons?.includes(reason)}
            />
            <span>{t(`extend.reason.${reason}.label`)}</span>
            <span className="sub">{t(`extend.reason.${reason}.hint`)}</span>
          </label>
        ))}
      </fieldset>
      <WordsField
        id="extend"
        label={t('extend.words')}
        hint={t('extend.wordsHint', { language })}
        lang={lang}
        typed={state.typed.body?.[0] ?? ''}
      />
      {extension.some(({ extendedOn }) => extendedOn === null) && (
        <p>
          <label htmlFor="promised">{t('extend.promised')}</label>
          <span className="hint small" id="promised-hint">
            {t('extend.promisedHint')}
          </span>
          <input
            id="promised"
            name="promisedOn"
            type="date"
            className="input--sm input--day"
            required
            defaultValue={state.typed.promisedOn?.[0] ?? ''}
            aria-describedby="promised-hint"
          />
        </p>
      )}
      <button className="btn" aria-disabled={pending}>
        {t('extend.button')}
      </button>
    </form>
  );
}

/** Today's last day beside the new one: nominal and rolled days are found the same way, and the working shows them afterwards. */
function Given({ extension }: { extension: Props['extension'] }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('extend.given')}>
      <table className="mini">
        <caption className="sr">{t('extend.given')}</caption>
        <thead>
          <tr>
            {(['law', 'now', 'then', 'noticeBy'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`extend.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {extension.map(({ regime, dueOn, extendedOn, noticeByOn }) => (
            <tr key={`${regime} ${dueOn}`}>
              <th scope="row">{t(`regime.${regime}`)}</th>
              <td>{shortDate(dueOn, 'en')}</td>
              <td>
                <b>{extendedOn ? shortDate(extendedOn, 'en') : t('extend.asPromised')}</b>
              </td>
              <td>{shortDate(noticeByOn, 'en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
