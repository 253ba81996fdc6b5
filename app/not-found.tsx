import Link from 'next/link';
import { translator } from '@/lib/platform/i18n/translator';

export default function NotFound() {
  const t = translator('en', 'public');
  return (
    <main className="wrap page" id="main">
      <div className="read">
        <h1 className="title">{t('notFound.title')}</h1>
        <p className="lead">{t('notFound.text')}</p>
        <p className="actions"><Link className="btn" href="/" prefetch={false}>{t('notFound.home')}</Link></p>
      </div>
    </main>
  );
}
