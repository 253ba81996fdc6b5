import type { AskingView } from '@/lib/features/cases/types/page';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** Who writes, and to whom: what both questions to a requester are made with. */
export type Asking = {
  readonly view: AskingView;
  readonly mayApprove: boolean;
  readonly lang: string;
  readonly language: string;
};

const laws = (regimes: AskingView['pauses']): string =>
  new Intl.ListFormat('en').format(regimes.map((regime) => t(`regime.${regime}`)));

/** What asking does to the clocks, law by law, before it is done: guidance tolerates a pause where a statute may know none. */
export function AskingEffects({ view }: { view: AskingView }) {
  return (
    <div className="note note--lines">
      <p className="lab">{t('ask.effects')}</p>
      <ul className="bullets">
        {view.pauses.length > 0 && (
          <li>
            {t(view.late ? 'ask.pausesLate' : 'ask.pauses', {
              laws: laws(view.pauses),
              date: shortDate(view.byOn, 'en'),
            })}
          </li>
        )}
        {view.runsOn.length > 0 && <li>{t('ask.runsOn', { laws: laws(view.runsOn) })}</li>}
      </ul>
    </div>
  );
}

/** A late question stops a clock only where a second person says why it was not asked at once; anybody may ask it without that. */
export function LateReason({ id, asking: { view, mayApprove }, typed }: { id: string; asking: Asking; typed: string }) {
  if (!view.late || view.pauses.length === 0) return null;
  if (!mayApprove) return <p className="muted">{t('ask.lateNotYou')}</p>;
  return (
    <p>
      <label htmlFor={id}>{t('ask.late')}</label>
      <span className="hint small" id={`${id}-hint`}>
        {t('ask.lateHint')}
      </span>
      <textarea
        id={id}
        name="lateBecause"
        className="input--sm"
        rows={2}
        maxLength={4000}
        defaultValue={typed}
        aria-describedby={`${id}-hint`}
      />
    </p>
  );
}

/** What the requester will read on their page, in their language. */
export function WordsField({
  id,
  name = 'body',
  label,
  hint,
  lang,
  typed,
}: {
  id: string;
  name?: string;
  label: string;
  hint: string;
  lang: string;
  typed: string;
}) {
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <span className="hint small" id={`${id}-hint`}>
        {hint}
      </span>
      <textarea
        id={id}
        name={name}
        lang={lang}
        className="input--sm"
        rows={4}
        maxLength={4000}
        required
        defaultValue={typed}
        aria-describedby={`${id}-hint`}
      />
    </p>
  );
}
