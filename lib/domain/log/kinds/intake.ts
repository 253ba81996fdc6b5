import { z } from 'zod';
import { channel, code, codes, digest, id, locale } from '../../audit/shapes/schema';
import { logged, loggedOnly } from '../../audit/story';

/** What reached us. */
export const INTAKE_KINDS = {
  // A request reached us; the digest is of the submitted answers, keyed by the case.
  RequestReceived: logged(
    z.strictObject({
      rights: codes,
      regimes: codes,
      locale,
      channel,
      submissionDigest: digest.optional(),
    }),
    { mark: 'inbox', values: ({ channel, rights }) => ({ channel, rights: rights.length }) },
  ),
  // A mail to the controller was taken in, which seems to ask for this; nothing is decided by it.
  IncomingMailTaken: loggedOnly(z.strictObject({ mailId: id, recognised: codes })),
  // Somebody called back for a system and could not show that it was that system.
  CallBackRefused: loggedOnly(z.strictObject({ system: code, reason: code })),
  // It was opened.
  IncomingMailRead: loggedOnly(z.strictObject({ mailId: id })),
  // Somebody said what becomes of it, and what it said was destroyed.
  IncomingMailSettled: loggedOnly(z.strictObject({ mailId: id, how: code, reason: code.optional() })),
};
