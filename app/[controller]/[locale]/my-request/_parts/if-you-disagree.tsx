import { authorityFor, type Authority } from '@/lib/domain/law/authorities';
import { residenceName } from '../../place-name';
import type { StatusView } from '../view';

/** Art. 77 and 79 GDPR, and Art. 12(4) for every refusal: the authority of the residence first, the controller's own second, and the court. */
export function IfYouDisagree({ portal, status }: StatusView) {
  const { t, definition } = portal;
  const [theirs, ours] = [authorityFor(status.residence), authorityFor(definition.authority)];
  return (
    <section aria-labelledby="disagree">
      <h2 id="disagree">{t('disagree.title')}</h2>
      <p>{t('disagree.desk')}</p>
      {theirs && <p>{t('disagree.authority', { place: residenceName(status.residence, portal) })}</p>}
      {theirs && <Address of={theirs} />}
      {ours && ours !== theirs && <p>{t(theirs ? 'disagree.also' : 'disagree.ours', { controller: definition.name })}</p>}
      {ours && ours !== theirs && <Address of={ours} />}
      <p>{t('disagree.court')}</p>
    </section>
  );
}

const Address = ({ of: { name, shortName, address, phone, email, site, languages } }: { of: Authority }) => (
  <address className="letter" lang={languages[0]}>
    <b>{shortName ? `${name} (${shortName})` : name}</b>
    {[address, phone].filter(Boolean).map((line) => <span key={line}>{line}</span>)}
    {email && <a href={`mailto:${email}`}>{email}</a>}
    <a href={site}>{new URL(site).host}</a>
  </address>
);
