import { canonicalJson } from '@/lib/domain/audit/canonical-json';
import type { AuditEvent } from '@/lib/domain/log/schema';
import type { InclusionProof } from '@/lib/features/log/types';
import { StateWords } from '@/lib/ui/state';
import { dateAndTime } from '@/lib/platform/i18n/dates';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { CodeBlock } from '@/lib/ui/words';

const number = new Intl.NumberFormat('en-GB');

/** An event exactly as sealed, and every hash from it to the signed root. */
export function EventProof({
  event,
  proof,
  broken,
}: {
  event: AuditEvent;
  proof: InclusionProof | null;
  broken: boolean;
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)] gap-8 bg-canvas ps-10 pe-5 pt-4 pb-6 whitespace-normal @max-narrow:grid-cols-1">
      <div>
        <h2 className="mb-2 text-md leading-tight">
          {proof ? t('event.heading', { index: number.format(proof.index) }) : t('event.headingOpen')}
        </h2>
        <CodeBlock>{canonicalJson(event)}</CodeBlock>
        <p className="mt-3 text-sm text-ink-2">{t('event.canonical')}</p>
      </div>
      <div>
        {proof ? (
          <>
            <h2 className="mb-2 text-md leading-tight">
              {t('event.proof', { index: number.format(proof.index), size: number.format(proof.head.size) })}
            </h2>
            <p>
              <StateWords state={proof.holds ? 'ok' : 'late'}>
                {t(proof.holds ? 'event.holds' : 'event.fails')}
              </StateWords>
            </p>
            <ol className="mt-3">
              <Hash no="" label={t('event.leaf')} hash={proof.leaf} />
              {proof.path.map(({ side, hash }, at) => (
                <Hash key={hash} no={String(at + 1)} label={t(`event.${side}`)} hash={hash} />
              ))}
              <Hash no="" label={t('event.root')} hash={proof.root} />
            </ol>
            <p className="mt-3 text-sm text-ink-2">
              {t('event.how', {
                steps: proof.path.length,
                size: number.format(proof.head.size),
                at: dateAndTime(proof.head.signedAt, 'en', 'UTC'),
              })}
            </p>
          </>
        ) : (
          <p className="text-ink-2">{t(broken ? 'event.unproven' : 'event.unsealed')}</p>
        )}
      </div>
    </div>
  );
}

function Hash({ no, label, hash }: { no: string; label: string; hash: string }) {
  return (
    <li className="grid grid-cols-[2rem_3.5rem_minmax(0,1fr)] gap-x-2 border-b border-line text-sm/5.5">
      <span className="text-ink-3">{no}</span>
      <span className="text-ink-3">{label}</span>
      <code>{hash}</code>
    </li>
  );
}
