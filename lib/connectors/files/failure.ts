import { type S3Failure, S3Problem } from '@/lib/platform/s3/problem';
import { SourceError, type SourceFailure } from '../port';

export const LINK =
  'a link, or something that is no file, lies where files are expected; what it leads to may be anybody’s, so nothing is read: put the file itself there';

const REASON: Partial<Record<S3Failure, SourceFailure>> = {
  noBucket: 'unreachable',
  credentials: 'denied',
  denied: 'denied',
  region: 'unreachable',
  certificate: 'unreachable',
  unreachable: 'unreachable',
  busy: 'unreachable',
  timeout: 'timeout',
};

/** What went wrong with a file. Its name stays in `cause` only: it may be a person's. */
export function fileError(cause: unknown): SourceError {
  if (cause instanceof SourceError) return cause;
  if (cause instanceof S3Problem)
    return new SourceError(REASON[cause.failure] ?? 'interrupted', cause.message, { cause });
  const { code = '', name = '' } = cause as { code?: string; name?: string };
  if (name === 'TimeoutError') return new SourceError('timeout', 'it took longer than the data map allows', { cause });
  if (name === 'AbortError') return new SourceError('interrupted', 'we were told to stop', { cause });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new SourceError('denied', `the account that Rightsdesk runs under may not do that there (${code})`, {
      cause,
    });
  if (code === 'ELOOP') return new SourceError('badMap', LINK, { cause });
  return new SourceError('interrupted', `a file could not be read to its end${code === '' ? '' : ` (${code})`}`, {
    cause,
  });
}
