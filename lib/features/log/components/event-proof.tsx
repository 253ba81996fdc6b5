import { canonicalJson } from '@/lib/domain/audit/canonical-json';
import type { AuditEvent } from '@/lib/domain/audit/schema';
import type { InclusionProof } from '@/lib/features/log/types';
import { StateWords } from '@/lib/ui/state';
import { dateAndTime } from '@/lib/platform/i18n/dates';
import { dpoText as t } from '@/lib/platform/i18n/desk';

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
    <div className="proof">
      <div>
        <h2>{proof ? t('event.heading', { index: number.format(proof.index) }) : t('event.headingOpen')}</h2>
        <code className="code" tabIndex={0}>
          {canonicalJson(event)}
        </code>
        <p className="small muted mt">{t('event.canonical')}</p>
      </div>
      <div>
        {proof ? (
          <>
            <h2>{t('event.proof', { index: number.format(proof.index), size: number.format(proof.head.size) })}</h2>
            <p>
              <StateWords state={proof.holds ? 'ok' : 'late'}>
                {t(proof.holds ? 'event.holds' : 'event.fails')}
              </StateWords>
            </p>
            <ol className="path mt">
              <Hash no="" label={t('event.leaf')} hash={proof.leaf} />
              {proof.path.map(({ side, hash }, at) => (
                <Hash key={hash} no={String(at + 1)} label={t(`event.${side}`)} hash={hash} />
              ))}
              <Hash no="" label={t('event.root')} hash={proof.root} />
            </ol>
            <p className="small muted mt">
              {t('event.how', {
                steps: proof.path.length,
                size: number.format(proof.head.size),
                at: dateAndTime(proof.head.signedAt, 'en', 'UTC'),
              })}
            </p>
          </>
        ) : (
          <p className="muted">{t(broken ? 'event.unproven' : 'event.unsealed')}</p>
        )}
      </div>
    </div>
  );
}

function Hash({ no, label, hash }: { no: string; label: string; hash: string }) {
  return (
    <li>
      <span>{no}</span>
      <span>{label}</span>
      <code>{hash}</code>
    </li>
  );
}
