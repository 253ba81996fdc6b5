import clsx from 'clsx';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { longDate } from '@/lib/platform/i18n/dates';
import { env } from '@/lib/platform/env';
import { Section } from '@/lib/ui/reading';
import { Sentences } from '@/lib/ui/sentences';
import { Fold } from '@/lib/ui/fold';
import { CodeBlock } from '@/lib/ui/words';
import { bundleState, sizeText, type StatusView } from '../view';

const NAME = 'py-[0.55rem] pe-3 text-start align-top';
const NUMBER = 'py-[0.55rem] ps-3 text-end align-top whitespace-nowrap';
const HEAD = 'border-b border-line-strong font-normal text-ink-2';
const ROW = 'border-b border-line';
const SUM = 'font-bold';

/** What is in the copy, how long it is kept, and how a stranger checks that nothing was changed. */
export function Contents(view: StatusView) {
  const {
    portal: { t, locale, held, definition },
    status: { bundle },
  } = view;
  if (bundle === null || bundleState(view) !== 'ready') return null;
  const number = new Intl.NumberFormat(locale);
  const collections = held.systems.flatMap((system) => system.collections);
  const rows = bundle.contents.map((entry) => ({
    ...entry,
    collection: collections.find(({ id }) => id === entry.collectionId),
  }));
  const found = rows.filter(({ records }) => records > 0);
  const empty = rows.filter(({ records }) => records === 0);
  const sum = (key: 'records' | 'bytes') => rows.reduce((total, row) => total + row[key], 0);
  return (
    <Section id="contents" heading={t('contents.title')}>
      {found.length > 0 && (
        <table className="text-sm">
          <caption className="sr-only">{t('contents.title')}</caption>
          <thead>
            <tr>
              <th scope="col" className={clsx(NAME, HEAD)}>
                {t('contents.kind')}
              </th>
              <th scope="col" className={clsx(NUMBER, HEAD)}>
                {t('contents.records')}
              </th>
              <th scope="col" className={clsx(NUMBER, HEAD)}>
                {t('contents.size')}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ collectionId, collection, records, bytes }) => (
              <tr key={collectionId}>
                <th scope="row" className={clsx(NAME, ROW)}>
                  {collection?.title[locale] ?? collectionId}
                  <br />
                  <span className="font-normal text-ink-2">{collection?.description[locale]}</span>
                </th>
                <td className={clsx(NUMBER, ROW)}>{number.format(records)}</td>
                <td className={clsx(NUMBER, ROW)}>{sizeText(bytes, locale)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={clsx(NAME, SUM)}>
                {t('contents.total')}
              </th>
              <td className={clsx(NUMBER, SUM)}>{number.format(sum('records'))}</td>
              <td className={clsx(NUMBER, SUM)}>{sizeText(sum('bytes'), locale)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      {bundle.withheld.length > 0 && (
        <Sentences>
          {bundle.withheld.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </Sentences>
      )}
      {empty.length > 0 && (
        <p className="text-ink-2">
          {t('contents.nothing', {
            names: new Intl.ListFormat(locale).format(
              empty.map(({ collection, collectionId }) => collection?.title[locale] ?? collectionId),
            ),
          })}
        </p>
      )}
      <p className="text-ink-2">
        {t('contents.kept', {
          until: longDate(localDateOf(bundle.expiresAt.toISOString(), definition.timezone), locale),
        })}
      </p>
      <Fold summary={t('contents.check.title')}>
        <p className="text-sm">{t('contents.check.text')}</p>
        <p className="text-sm">
          <a href="/.well-known/rightsdesk-keys.json">{env().BASE_URL}/.well-known/rightsdesk-keys.json</a>
        </p>
        <CodeBlock>
          {'openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json -sigfile manifest.json.sig'}
        </CodeBlock>
        <p className="text-sm">{t('contents.check.answer')}</p>
      </Fold>
    </Section>
  );
}
