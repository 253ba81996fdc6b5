import type { ToldWords } from '@/lib/domain/law/tellings';
import type { Portal } from '../portal';

/** What nobody asked and everybody is told, apart from all else (Art. 21(4) GDPR). Nothing where the law, or the data map, has none. */
export function RightToObject({ portal: { t, home }, told }: { portal: Portal; told: ToldWords | null }) {
  if (told === null) return null;
  return (
    <section className="told" aria-labelledby="object">
      <h2 id="object">{told.title}</h2>
      {told.parts.map(({ text, items }) => (
        <div key={text}>
          <p>{text}</p>
          <ul className="list">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      ))}
      <p>
        {told.closing} <a href={`${home}/request/for-whom`}>{t('do.another')}</a>
      </p>
    </section>
  );
}
