import { Brand } from '@/app/_ui/brand';
import { controllers } from '@/lib/platform/controllers/registry';
import { languageName } from '@/lib/platform/i18n/language-name';
import { translator } from '@/lib/platform/i18n/translator';
import { Reading, Title } from '@/lib/ui/reading';
import { Main } from '@/lib/ui/page';

/** Whose data may be asked about here, each in its own languages. */
export default function LandingPage() {
  const t = translator('en', 'public');
  return (
    <Main>
      <Reading>
        <Title>{t('landing.title')}</Title>
        <p className="text-lg">{t('landing.text')}</p>
        <ul className="border-t border-line *:border-b *:border-line *:py-4" aria-label={t('landing.list')}>
          {[...controllers()].map(([id, { definition }]) => (
            <li key={id} data-controller={id}>
              <Brand
                href={`/${id}/${definition.languages[0] ?? 'en'}`}
                name={definition.name}
                svg={definition.logoSvg}
              />
              <p className="text-sm text-ink-2">{definition.legalName}</p>
              <p className="flex flex-wrap gap-x-5 text-sm *:inline-flex *:min-h-target *:items-center">
                {definition.languages.map((language) => (
                  <a key={language} lang={language} hrefLang={language} href={`/${id}/${language}`}>
                    {languageName(language)}
                  </a>
                ))}
              </p>
            </li>
          ))}
        </ul>
      </Reading>
    </Main>
  );
}
