import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/input';
import { STACK } from '@/lib/ui/layout';

type Choices = readonly {
  readonly id: string;
  readonly name: string;
  readonly residences: readonly { readonly value: string; readonly label: string }[];
}[];

/** To whom somebody wrote, and where they live: one form for each controller, since each begins with its own country. */
export const PickForm = ({
  choices,
  controllerId,
  mail,
}: {
  choices: Choices;
  controllerId: string;
  mail?: string | undefined;
}) => (
  <div className="grid max-w-160 gap-6 p-5">
    <p className="text-ink-2">{t('log.why')}</p>
    {choices
      .filter(({ id }) => controllerId === '' || id === controllerId)
      .map(({ id, name, residences }) => (
        <form key={id} action="/desk/new" className={STACK} aria-label={name}>
          <h2>{name}</h2>
          <input type="hidden" name="controllerId" value={id} />
          {mail && <input type="hidden" name="mail" value={mail} />}
          <Field id={`residence-${id}`} label={t('log.residence')}>
            <Select id={`residence-${id}`} name="residence" width="line">
              {residences.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
          <p>
            <Button type="submit">{t('log.pick', { name })}</Button>
          </p>
        </form>
      ))}
  </div>
);
