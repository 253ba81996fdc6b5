import type { AskingView } from '@/lib/features/cases/types/page';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Field } from '@/lib/ui/field';
import { TextArea } from '@/lib/ui/input';
import { Note } from '@/lib/ui/note';
import { Bullets } from '@/lib/ui/lists';

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
    <Note>
      <p className="mb-1 font-medium">{t('ask.effects')}</p>
      <Bullets>
        {view.pauses.length > 0 && (
          <li>
            {t(view.late ? 'ask.pausesLate' : 'ask.pauses', {
              laws: laws(view.pauses),
              date: shortDate(view.byOn, 'en'),
            })}
          </li>
        )}
        {view.runsOn.length > 0 && <li>{t('ask.runsOn', { laws: laws(view.runsOn) })}</li>}
      </Bullets>
    </Note>
  );
}

/** A late question stops a clock only where a second person says why it was not asked at once; anybody may ask it without that. */
export function LateReason({ id, asking: { view, mayApprove }, typed }: { id: string; asking: Asking; typed: string }) {
  if (!view.late || view.pauses.length === 0) return null;
  if (!mayApprove) return <p className="text-ink-2">{t('ask.lateNotYou')}</p>;
  return (
    <Field id={id} label={t('ask.late')} hint={t('ask.lateHint')}>
      <TextArea
        id={id}
        name="lateBecause"
        rows={2}
        maxLength={4000}
        defaultValue={typed}
        aria-describedby={`${id}-hint`}
      />
    </Field>
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
    <Field id={id} label={label} hint={hint}>
      <TextArea
        id={id}
        name={name}
        lang={lang}
        rows={4}
        maxLength={4000}
        required
        defaultValue={typed}
        aria-describedby={`${id}-hint`}
      />
    </Field>
  );
}
