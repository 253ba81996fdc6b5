import { buttonClasses } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Reading, Title } from '@/lib/ui/reading';
import type { Portal } from '../portal';

/** That there is no page at this address, and the ways on. */
export const Nothing = ({ portal: { t, home } }: { portal: Portal }) => (
  <Reading>
    <Title>{t('notFound.title')}</Title>
    <p className="text-lg">{t('notFound.here')}</p>
    <p className={ACTIONS}>
      <a className={buttonClasses({ look: 'main' })} href={home}>
        {t('notFound.portal')}
      </a>{' '}
      <a className={buttonClasses()} href={`${home}/find`}>
        {t('start.sent.button')}
      </a>
    </p>
  </Reading>
);
