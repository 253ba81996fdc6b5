import type { RightView } from '@/lib/features/cases/loaders/rights';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { describedBy, Field } from '@/lib/ui/field';
import { TextArea } from '@/lib/ui/input';
import { Group, Option } from '@/lib/ui/option';

type Props = {
  readonly of: NonNullable<RightView['weighing']>;
  /** Of the right, so that the fields of several rights have names of their own. */
  readonly id: string;
  readonly lang: string;
  readonly language: string;
  /** What was sent and not taken; null where nothing was. */
  readonly typed: Readonly<Record<string, readonly string[]>> | null;
};

/** Shown with a ground that is weighed: what its letter says of it, use by use. Art. 21(1) GDPR. */
export function WeighingFields({ of: { uses, draft }, id, lang, language, typed }: Props) {
  const chosen = typed ? (typed.weighedUses ?? []) : (draft?.purposeIds ?? []);
  const kept = (name: string, drafted: string | undefined): string => (typed ? typed[name]?.[0] : drafted) ?? '';
  const texts = [
    {
      name: 'weighOurs',
      label: t('weighing.ours'),
      value: kept('weighOurs', draft?.ours),
      hint: t('decide.factsHint', { language }),
    },
    {
      name: 'weighTheirs',
      label: t('weighing.theirs'),
      value: kept('weighTheirs', draft?.theirs),
      hint: t('weighing.theirsHint'),
    },
    { name: 'weighWhy', label: t('weighing.why'), value: kept('weighWhy', draft?.why) },
  ];
  return (
    <div className="hidden gap-3 rounded-lg border border-line-strong p-3.5 group-has-[[data-weighs]:checked]/decision:grid">
      <p className="font-bold">{t('weighing.legend')}</p>
      <p className="text-sm text-ink-2">{t('weighing.lead')}</p>
      <Group legend={t('weighing.uses')}>
        {uses.map((use) => (
          <Option
            key={use.id}
            type="checkbox"
            name="weighedUses"
            value={use.id}
            defaultChecked={chosen.includes(use.id)}
          >
            {use.title}
          </Option>
        ))}
      </Group>
      {texts.map(({ name, label, value, hint }) => (
        <Field key={name} id={`${name}-${id}`} label={label} {...(hint !== undefined && { hint })}>
          <TextArea
            id={`${name}-${id}`}
            name={name}
            lang={lang}
            rows={3}
            maxLength={4000}
            defaultValue={value}
            aria-describedby={hint === undefined ? undefined : describedBy({ id: `${name}-${id}`, hint })}
          />
        </Field>
      ))}
    </div>
  );
}
