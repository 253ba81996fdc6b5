import { localDateOf } from '@/lib/domain/calendar/local-date';
import { longDate } from '@/lib/platform/i18n/dates';
import { env } from '@/lib/platform/env';
import { bundleState, sizeText, type StatusView } from '../view';

/** What is in the copy, how long it is kept, and how a stranger checks that nothing was changed. */
export function Contents(view: StatusView) {
  const {
    portal: { t, locale, dataMap, definition },
    status: { bundle },
  } = view;
  if (bundle === null || bundleState(view) !== 'ready') return null;
  const number = new Intl.NumberFormat(locale);
  const collections = dataMap.systems.flatMap((system) => system.collections);
  const rows = bundle.contents.map((entry) => ({
    ...entry,
    collection: collections.find(({ id }) => id === entry.collectionId),
  }));
  const found = rows.filter(({ records }) => records > 0);
  const empty = rows.filter(({ records }) => records === 0);
  const sum = (key: 'records' | 'bytes') => rows.reduce((total, row) => total + row[key], 0);
  return (
    <section aria-labelledby="contents">
      <h2 id="contents">{t('contents.title')}</h2>
      {found.length > 0 && (
        <table className="data">
          <caption className="sr">{t('contents.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('contents.kind')}</th>
              <th scope="col" className="num">
                {t('contents.records')}
              </th>
              <th scope="col" className="num">
                {t('contents.size')}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ collectionId, collection, records, bytes }) => (
              <tr key={collectionId}>
                <th scope="row">
                  {collection?.title[locale] ?? collectionId}
                  <br />
                  <span className="muted normal">{collection?.description[locale]}</span>
                </th>
                <td className="num">{number.format(records)}</td>
                <td className="num">{sizeText(bytes, locale)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('contents.total')}</th>
              <td className="num">{number.format(sum('records'))}</td>
              <td className="num">{sizeText(sum('bytes'), locale)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      {bundle.withheld.length > 0 && (
        <ul className="list">
          {bundle.withheld.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {empty.length > 0 && (
        <p className="muted">
          {t('contents.nothing', {
            names: new Intl.ListFormat(locale).format(
              empty.map(({ collection, collectionId }) => collection?.title[locale] ?? collectionId),
            ),
          })}
        </p>
      )}
      <p className="muted">
        {t('contents.kept', {
          until: longDate(localDateOf(bundle.expiresAt.toISOString(), definition.timezone), locale),
        })}
      </p>
      <details>
        <summary>{t('contents.check.title')}</summary>
        <p className="small">{t('contents.check.text')}</p>
        <p className="small">
          <a href="/.well-known/rightsdesk-keys.json">{env().BASE_URL}/.well-known/rightsdesk-keys.json</a>
        </p>
        <code className="code">
          {'openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json -sigfile manifest.json.sig'}
        </code>
        <p className="small">{t('contents.check.answer')}</p>
      </details>
    </section>
  );
}
