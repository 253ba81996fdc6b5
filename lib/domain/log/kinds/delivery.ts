import { z } from 'zod';
import { code, count, id } from '../../audit/shapes/schema';
import { logged, loggedOnly, noValues } from '../../audit/story';

/** What left us, and who asked for it. */
export const DELIVERY_KINDS = {
  // The requester proved afresh who they are before the download.
  // The mail that offers it is told as a notice.
  DeliveryVerified: logged(z.strictObject({ deliveryId: id, method: code }), { mark: 'check', values: noValues }),
  // A try to open the delivery did not succeed.
  DeliveryRefused: logged(z.strictObject({ deliveryId: id.optional(), reason: code }), {
    mark: 'refused',
    values: ({ reason }) => ({ reason }),
  }),
  // The bundle, or a part of it, left us.
  BundleDownloaded: logged(
    z.strictObject({
      deliveryId: id,
      bundleId: id,
      part: code.optional(),
      complete: z.boolean(),
      sentBytes: count,
    }),
    { mark: 'download', values: ({ complete }) => ({ complete: String(complete) }) },
  ),
  // The requester was shown records of their copy on their page.
  // Page by page it would hide everything else.
  CopyRead: loggedOnly(z.strictObject({ bundleId: id, collection: code, fromNo: count, records: count })),
  // The certificate of an erasure left us.
  CertificateDownloaded: logged(z.strictObject({ erasureId: id }), { mark: 'download', values: noValues }),
  // A statement left us.
  StatementDownloaded: logged(z.strictObject({ statementId: id }), { mark: 'download', values: noValues }),
};
