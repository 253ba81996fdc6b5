import { translator } from '@/lib/platform/i18n/translator';

export default function NotFound() {
  const t = translator('en', 'public');
  return (
    <main className="wrap page" id="main">
      <div className="read">
        <h1 className="title">{t('notFound.title')}</h1>
        <p className="lead">{t('notFound.text')}</p>
        {/* A whole page load: what is here may be of another part of the product. */}
        <p className="actions"><a className="btn" href="/">{t('notFound.home')}</a></p>
      </div>
    </main>
  );
}
