import type { ToldWords } from '@/lib/domain/law/tellings';
import { Section } from '@/lib/ui/reading';
import { Sentences } from '@/lib/ui/sentences';
import type { Portal } from '../portal';

/** What nobody asked and everybody is told, apart from all else (Art. 21(4) GDPR). Nothing where the law, or the data map, has none. */
export function RightToObject({ portal: { t, home }, told }: { portal: Portal; told: ToldWords | null }) {
  if (told === null) return null;
  return (
    <Section
      id="object"
      heading={told.title}
      className="rounded-md border border-s-4 border-line-strong border-s-accent bg-surface px-5 py-4"
    >
      {told.parts.map(({ text, items }) => (
        <div key={text}>
          <p>{text}</p>
          <Sentences>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </Sentences>
        </div>
      ))}
      <p>
        {told.closing} <a href={`${home}/request/for-whom`}>{t('do.another')}</a>
      </p>
    </Section>
  );
}
