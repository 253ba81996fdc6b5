import { Download } from 'lucide-react';
import { PageForm } from '@/app/_ui/page-form';
import { maskedAddress } from '@/lib/domain/intake/address';
import type { StatementTable } from '@/lib/domain/statement/words';
import { sendDeliveryCodeAction } from '@/lib/features/delivery/actions';
import type { StatementStatus } from '@/lib/features/requester/types';
import { Button, buttonClasses } from '@/lib/ui/button';
import { Icon } from '@/lib/ui/icon';
import { ACTIONS } from '@/lib/ui/layout';
import { Section } from '@/lib/ui/reading';
import { Hidden } from '../../_parts/hidden';
import type { StatusView } from '../view';

/** The statements that answer rights of the request: each to read here, and as a signed document once that is made. */
export const Statements = (view: StatusView) =>
  view.status.rights.flatMap(({ statement }) =>
    statement ? [<Statement key={statement.id} view={view} statement={statement} />] : [],
  );

type Part = { readonly view: StatusView; readonly statement: StatementStatus };

const Statement = ({ view, statement }: Part) => (
  <Section id={`statement-${statement.id}`} heading={statement.words.title}>
    {statement.words.paragraphs.map((paragraph) => (
      <p key={paragraph} className="wrap-anywhere">
        {paragraph}
      </p>
    ))}
    {statement.words.list && (
      <div>
        <h3 className="font-medium">{statement.words.list.heading}</h3>
        <ul className="list-disc ps-5">
          {statement.words.list.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    )}
    {statement.words.tables.map((table) => (
      <Rows key={table.heading} {...table} />
    ))}
    <Document view={view} statement={statement} />
  </Section>
);

/** A table as a list of what belongs together, so that it is read on a telephone too. */
const Rows = ({ heading, head, rows }: StatementTable) => (
  <div>
    <h3 className="font-medium">{heading}</h3>
    <ul className="mt-1 border-t border-line">
      {rows.map((row) => (
        <li key={[row[0]].flat()[0]} className="border-b border-line py-[0.9rem]">
          <b>{[row[0] ?? ''].flat().join(' · ')}</b>
          <dl className="mt-1 grid gap-x-4 text-sm @phone:grid-cols-[9rem_minmax(0,1fr)]">
            {row.slice(1).map((cell, index) => (
              <div key={head[index + 1]} className="contents">
                <dt className="text-ink-2">{head[index + 1]}</dt>
                <dd className="mb-1">
                  {[cell].flat().map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  </div>
);

function Document({ view: { portal, session, status }, statement: { id, made } }: Part) {
  const { t, home } = portal;
  if (!made) return <p className="text-sm text-ink-2">{t('statement.making')}</p>;
  if (session.fresh)
    return (
      <p className={ACTIONS}>
        <a className={buttonClasses()} href={`${home}/my-request/statement/${id}`} download>
          <Icon of={Download} />
          {t('statement.download')}
        </a>
      </p>
    );
  return (
    <PageForm action={sendDeliveryCodeAction}>
      <Hidden portal={portal} />
      <p className={ACTIONS}>
        <Button type="submit">{t('statement.fetch')}</Button>
      </p>
      <p className="text-sm text-ink-2">{t('statement.hint', { email: maskedAddress(status.email) })}</p>
    </PageForm>
  );
}
