import { languageName } from '@/lib/platform/i18n/language-name';
import { Brand } from '@/app/_ui/brand';
import { WIDTH } from '@/lib/ui/page';
import type { Portal } from '../portal';
import { Languages } from './languages';

export const Masthead = ({ portal: { t, home, definition, locale, languages } }: { portal: Portal }) => (
  <header className="border-t-6 border-b border-t-accent border-b-line bg-surface">
    <div className={`${WIDTH} flex flex-wrap items-center gap-x-5 py-2`}>
      <Brand href={home} name={definition.name} svg={definition.logoSvg} />
      <span className="text-ink-2 @phone:border-s @phone:border-line @phone:ps-5">{t('frame.name')}</span>
      <nav
        className="-ms-2 me-auto flex basis-full flex-wrap gap-x-1 text-sm *:inline-flex *:min-h-target *:items-center *:px-2 *:aria-current:font-bold @phone:ms-auto @phone:-me-2 @phone:basis-auto print:hidden"
        aria-label={t('frame.language')}
      >
        <Languages
          controller={definition.id}
          locale={locale}
          languages={languages.map((id) => ({ id, name: languageName(id) }))}
        />
      </nav>
    </div>
  </header>
);
