import { Brand } from '@/app/_ui/brand';
import { controllers } from '@/lib/platform/controllers/registry';
import { translator } from '@/lib/platform/i18n/translator';

const NAMES = { en: 'English', bg: 'Български', ru: 'Русский' } as const;

/** Whose data may be asked about here, each in its own languages. */
export default function LandingPage() {
  const t = translator('en', 'public');
  return (
    <main className="wrap page" id="main">
      <div className="read">
        <h1 className="title">{t('landing.title')}</h1>
        <p className="lead">{t('landing.text')}</p>
        <ul className="services" aria-label={t('landing.list')}>
          {[...controllers()].map(([id, { definition }]) => (
            <li key={id} data-controller={id}>
              <a className="brand" href={`/${id}/${definition.languages[0] ?? 'en'}`}>
                <Brand svg={definition.logoSvg} />
                {definition.name}
              </a>
              <p className="muted small">{definition.legalName}</p>
              <p className="services__langs">
                {definition.languages.map((language) => (
                  <a key={language} lang={language} hrefLang={language} href={`/${id}/${language}`}>
                    {NAMES[language]}
                  </a>
                ))}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}
