'use client';

import { useActionState } from 'react';
import { LOCALES } from '@/lib/domain/locale';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { logRequestAction } from '@/lib/features/other-channels/actions';
import { NOTHING_LOGGED, OTHER_CHANNELS } from '@/lib/features/other-channels/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { languageNames } from '@/lib/platform/i18n/language-name';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Input, Select, TextArea } from '@/lib/ui/input';
import { STACK } from '@/lib/ui/layout';
import { Note } from '@/lib/ui/note';
import { Group, Option } from '@/lib/ui/option';

type Choice = { readonly value: string; readonly label: string };

export type LogRequestFormProps = {
  readonly controllerId: string;
  readonly residence: string;
  readonly today: LocalDate;
  readonly wishes: readonly Choice[];
  readonly footings: readonly Choice[];
  readonly relations: readonly Choice[];
  /** What somebody can be found by besides their address: the form's fields, by name. */
  readonly identifiers: readonly Choice[];
  readonly theirs: readonly Choice[];
  readonly problems: Readonly<Record<string, string>>;
  /** The mail from which it is filled in, and what it says, by field. */
  readonly mail?:
    { readonly id: string; readonly says: Readonly<Record<string, string | readonly string[]>> } | undefined;
};

/** A request that came otherwise than through the portal: how, when, who and what. What was typed stays when something is wrong. */
export function LogRequestForm(props: LogRequestFormProps) {
  const [state, submit, pending] = useActionState(logRequestAction, NOTHING_LOGGED);
  const said = state.turn === 0 ? (props.mail?.says ?? state.typed) : state.typed;
  const typed = (name: string): string => [said[name] ?? ''].flat()[0] ?? '';
  const ticked = (name: string, value: string): boolean => [said[name] ?? []].flat().includes(value);
  const line = (name: string, label: string, type = 'text', kept = typed(name)) => (
    <Field id={name} label={label} key={name}>
      <Input id={name} name={name} type={type} width="line" defaultValue={kept} autoComplete="off" />
    </Field>
  );
  const radios = (name: string, legend: string, choices: readonly Choice[]) => (
    <Group legend={legend}>
      {choices.map(({ value, label }) => (
        <Option key={value} type="radio" name={name} value={value} defaultChecked={ticked(name, value)}>
          {label}
        </Option>
      ))}
    </Group>
  );
  return (
    <form action={submit} className={`${STACK} max-w-160`} key={state.turn} noValidate>
      <input type="hidden" name="controllerId" value={props.controllerId} />
      <input type="hidden" name="residence" value={props.residence} />
      {props.mail && <input type="hidden" name="mailId" value={props.mail.id} />}
      {state.problems.length > 0 && (
        <Note tone="refused" role="alert">
          <ul>
            {state.problems.map(({ field, key }) => (
              <li key={`${field} ${key}`}>{props.problems[`${key}.${field}`] ?? t('log.problem.other', { field })}</li>
            ))}
          </ul>
        </Note>
      )}
      {radios(
        'channel',
        t('log.channel'),
        OTHER_CHANNELS.map((value) => ({ value, label: t(`log.channelOf.${value}`) })),
      )}
      {line('receivedOn', t('log.receivedOn'), 'date', typed('receivedOn') || props.today)}
      <p className="text-sm text-ink-2">{t('log.receivedHint')}</p>
      {radios('forWhom', t('log.forWhom'), props.footings)}
      {line('name', t('log.name'))}
      {line('email', t('log.email'), 'email')}
      <p className="text-sm text-ink-2">{t('log.emailHint')}</p>
      {props.identifiers.map(({ value, label }) => line(value, label))}
      <Group legend={t('log.subject')}>
        <div className={STACK}>
          {line('subjectName', t('log.subjectName'))}
          <Field id="relation" label={t('log.relation')}>
            <Select id="relation" name="relation" width="line" defaultValue={typed('relation')}>
              <option value="">{t('log.none')}</option>
              {props.relations.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
          {props.theirs.map(({ value, label }) => line(value, label))}
        </div>
      </Group>
      <Group legend={t('log.wishes')}>
        {props.wishes.map(({ value, label }) => (
          <Option key={value} type="checkbox" name="rights" value={value} defaultChecked={ticked('rights', value)}>
            {label}
          </Option>
        ))}
      </Group>
      <Field id="details" label={t('log.details')}>
        <TextArea id="details" name="details" rows={5} defaultValue={typed('details')} />
      </Field>
      <Field id="locale" label={t('log.locale')}>
        <Select id="locale" name="locale" width="line" defaultValue={typed('locale') || LOCALES[0]}>
          {LOCALES.map((locale) => (
            <option key={locale} value={locale}>
              {languageNames([locale], 'en')}
            </option>
          ))}
        </Select>
      </Field>
      <p>
        <Button look="main" type="submit" disabled={pending}>
          {t('log.button')}
        </Button>
      </p>
    </form>
  );
}
