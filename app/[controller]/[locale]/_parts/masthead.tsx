import { Brand } from '@/app/_ui/brand';
import type { Portal } from '../portal';
import { Languages } from './languages';

export const Masthead = ({ portal: { t, home, definition, locale, languages } }: { portal: Portal }) => (
  <header className="masthead">
    <div className="wrap">
      <a className="brand" href={home}>
        <Brand svg={definition.logoSvg} />
        {definition.name}
      </a>
      <span className="masthead__name">{t('frame.name')}</span>
      <Languages controller={definition.id} locale={locale} languages={languages} label={t('frame.language')} />
    </div>
  </header>
);
