import { PageForm } from '@/app/_ui/page-form';
import { Button } from '@/lib/ui/button';
import { TextField } from '@/lib/ui/field';
import { ACTIONS } from '@/lib/ui/layout';
import type { Portal } from '../portal';
import { Hidden } from './hidden';

type FormAction = (form: FormData) => Promise<void>;

/** The code that came by mail, with what else is asked beside it, and another code where it did not arrive. */
export function CodeForm({
  portal,
  problem,
  button,
  enter,
  again,
  children,
}: {
  portal: Portal;
  problem: string | null | undefined;
  button: string;
  enter: FormAction;
  again: FormAction;
  children?: React.ReactNode;
}) {
  const { t } = portal;
  return (
    <>
      <PageForm action={enter}>
        <Hidden portal={portal} />
        <TextField
          id="code"
          label={t('code.label')}
          hint={t('code.hint')}
          error={problem ?? undefined}
          errorWord={t('errors.word')}
          value=""
          autoComplete="one-time-code"
          inputMode="numeric"
          width="short"
        />
        {children}
        <p className={ACTIONS}>
          <Button look="main" type="submit">
            {button}
          </Button>
        </p>
      </PageForm>
      <PageForm action={again}>
        <Hidden portal={portal} />
        <p className={ACTIONS}>
          <Button type="submit">{t('code.renew')}</Button>
        </p>
      </PageForm>
    </>
  );
}
