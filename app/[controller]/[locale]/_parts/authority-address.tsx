import type { Authority } from '@/lib/domain/law/authorities';
import { LETTER } from '@/lib/ui/letter';

/** An authority as one writes to it, in its own language. */
export const AuthorityAddress = ({
  of: { name, shortName, address, phone, email, site, languages },
}: {
  of: Authority;
}) => (
  <address className={`${LETTER} grid gap-1 not-italic`} lang={languages[0]}>
    <b>{shortName ? `${name} (${shortName})` : name}</b>
    {[address, phone].filter(Boolean).map((line) => (
      <span key={line}>{line}</span>
    ))}
    {email && <a href={`mailto:${email}`}>{email}</a>}
    <a href={site}>{new URL(site).host}</a>
  </address>
);
