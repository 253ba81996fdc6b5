import { z } from 'zod';
import { code, codes, count, digest, id, nothing } from '../../audit/shapes/schema';
import { loggedOnly } from '../../audit/story';

/** Who read what: for the log alone. */
export const READING_KINDS = {
  // The queue was shown: by which filters, how many cases.
  QueueRead: loggedOnly(z.strictObject({ filters: codes, cases: count })),
  // Someone searched for a person or a case; what was typed stays out.
  SearchMade: loggedOnly(
    z.strictObject({ by: z.enum(['reference', 'email', 'phone', 'account', 'name']), found: count }),
  ),
  // A case was opened.
  CaseRead: loggedOnly(z.strictObject({ view: code })),
  // Collected records were shown.
  RecordsRead: loggedOnly(z.strictObject({ collection: code, fromNo: count, records: count })),
  RecordsSearched: loggedOnly(z.strictObject({ collection: code, found: count })),
  // A message was opened for the first time by the other side.
  MessageRead: loggedOnly(z.strictObject({ messageId: id })),
  // A file of a message was opened.
  FileRead: loggedOnly(z.strictObject({ fileId: id })),
  // The requester opened their page.
  StatusRead: loggedOnly(nothing),
  // A report about several cases was made or opened.
  ReportRead: loggedOnly(z.strictObject({ report: code })),
  // A bundle was made without a case, for someone who tries a controller's configuration.
  PreviewMade: loggedOnly(z.strictObject({ identities: codes, manifestSha256: digest, records: count })),
  // The log was shown.
  LogRead: loggedOnly(z.strictObject({ filters: codes, events: count })),
  // The log, or a part of it, was exported.
  LogExported: loggedOnly(z.strictObject({ filters: codes, events: count, treeSize: count })),
};
