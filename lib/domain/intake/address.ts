// RFC 5321, section 4.5.3.1: octets of the part before the @ and of a path without its brackets; RFC 1035, section 2.3.4: of a label.
const LOCAL_MAX = 64;
const ADDRESS_MAX = 254;
const LABEL_MAX = 63;

const octets = (text: string): number => new TextEncoder().encode(text).length;

// RFC 5322, section 3.2.3, with what RFC 6531 adds. A dot may stand anywhere: providers have given out such addresses, and a mail reaches
// them quoted. What needs quotes to be written is lawful too and never meant; parsers disagree about it, so that mail could go astray.
const LOCAL = /^(?:[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.]|[^\x00-\x7F\p{Z}\p{C}])+$/u;
const ASCII_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)$/i;
const OTHER_DOTS = /[\u3002\uFF0E\uFF61]/g;

/** A domain as the mail system knows it: in ASCII (RFC 5891, by the mapping of Unicode TR 46); null for none. */
export function asciiDomain(domain: string): string | null {
  const dotted = domain.replace(OTHER_DOTS, '.');
  const ascii = /^[\x00-\x7F]*$/.test(dotted) ? dotted : hostname(dotted);
  return ascii !== null && ASCII_DOMAIN.test(ascii) && ascii.split('.').every((label) => label.length <= LABEL_MAX)
    ? ascii.toLowerCase()
    : null;
}

function hostname(domain: string): string | null {
  const address = `http://${domain}`;
  return /[\x00-\x2C/:-@[-`{-\x7F]/.test(domain) || !URL.canParse(address) ? null : new URL(address).hostname;
}

/** Whether a text is one address that a mail can go to. */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), asciiDomain(text.slice(at + 1))];
  return (
    at > 0 &&
    domain !== null &&
    LOCAL.test(local) &&
    octets(local) <= LOCAL_MAX &&
    octets(local) + 1 + domain.length <= ADDRESS_MAX
  );
}

/** Whether the part before the @ has letters beyond ASCII: only a mail server with SMTPUTF8 takes such an address (RFC 6531). */
export const needsSmtpUtf8 = (address: string): boolean =>
  /[^\x00-\x7F]/.test(address.slice(0, address.lastIndexOf('@')));

/** How a source may have stored an address: as it is written, and with its domain in ASCII or in its own letters. */
export function addressForms(address: string): string[] {
  const at = address.lastIndexOf('@');
  const domain = asciiDomain(address.slice(at + 1));
  return [...new Set([address, ...(domain === null ? [] : [`${address.slice(0, at)}@${domain}`])])];
}

/** One spelling for one mailbox, as far as it can be told: without case, and without what follows a "+", which providers deliver to the same one (RFC 5233). */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).normalize('NFC').toLowerCase();
  return `${local.replace(/(.)\+.*$/u, '$1')}@${mailDomainOf(address)}`;
}

/** "n•••••@example.lu": enough to recognise one's own address, too little to learn one. */
export const maskedAddress = (email: string): string => email.replace(/^(.)[^@]*/u, '$1•••••');

/** The domain of an address in ASCII and small letters. */
export function mailDomainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return asciiDomain(domain) ?? domain.toLowerCase();
}
