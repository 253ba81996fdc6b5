import type { Portal } from '../portal';

/** That there is no page at this address, and the ways on. */
export const Nothing = ({ portal: { t, home } }: { portal: Portal }) => (
  <div className="read">
    <h1 className="title">{t('notFound.title')}</h1>
    <p className="lead">{t('notFound.here')}</p>
    <p className="actions">
      <a className="btn btn--main" href={home}>
        {t('notFound.portal')}
      </a>{' '}
      <a className="btn" href={`${home}/find`}>
        {t('start.sent.button')}
      </a>
    </p>
  </div>
);
