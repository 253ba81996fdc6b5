import { PageForm } from '@/app/_ui/page-form';
import { Button } from '@/lib/ui/button';
import { TextField } from '@/lib/ui/field';
import { ACTIONS } from '@/lib/ui/layout';
import type { Portal } from '../portal';
import { Hidden } from './hidden';

type Problem = string | null | undefined;

type FormAction = (form: FormData) => Promise<void>;

/** Six digits from a mail of ours. */
export const CodeField = ({ portal: { t }, id, problem }: { portal: Portal; id: string; problem: Problem }) => (
  <TextField
    id={id}
    label={t('code.label')}
    hint={t('code.hint')}
    error={problem ?? undefined}
    errorWord={t('errors.word')}
    value=""
    autoComplete="one-time-code"
    inputMode="numeric"
    width="short"
  />
);

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
  problem: Problem;
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
        <CodeField portal={portal} id="code" problem={problem} />
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
