import { type KeyObject, verify } from 'node:crypto';

/** A message as it came: its body before anything has parsed it, and one of its headers, by name. */
export type Message = { readonly body: Buffer; readonly header: (name: string) => string | null };

// Names since version 2, and those before it, which are honoured too: section 10.1.
const named = ({ header }: Message, what: 'Processor-Domain' | 'Signature'): string =>
  header(`X-OpenDSR-${what}`) ?? header(`X-OpenGDPR-${what}`) ?? '';

/** The domain for which a message says that it is signed. */
export const domainOf = (message: Message): string => named(message, 'Processor-Domain').trim().toLowerCase();

/** Whether a message is signed for a domain by its key: RSA with SHA-256, over the body as it came. OpenDSR 2.0, sections 4.2 and 8.3. */
export function isSigned(message: Message, domain: string, key: KeyObject): boolean {
  const signature = Buffer.from(named(message, 'Signature'), 'base64');
  return domainOf(message) === domain && signature.length > 0 && verify('RSA-SHA256', message.body, key, signature);
}
