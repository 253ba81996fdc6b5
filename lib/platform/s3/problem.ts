import type { S3Address } from './address';

/**
 * Why a bucket gave nothing. `noBucket`, `credentials`, `denied`, `region` and `certificate` no further try mends; `unreachable`, `timeout` and
 * `busy` and `brokenOff` may pass. `changed`: an object became another while it was read.
 */
export type S3Failure =
  | 'noBucket'
  | 'credentials'
  | 'denied'
  | 'region'
  | 'certificate'
  | 'unreachable'
  | 'timeout'
  | 'busy'
  | 'brokenOff'
  | 'changed'
  | 'other';

/** Its message says what to do. It names the bucket and the server, never a key, an object or a person. */
export class S3Problem extends Error {
  override readonly name = 'S3Problem';

  constructor(
    readonly failure: S3Failure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

type Said = {
  readonly name?: string;
  readonly code?: string;
  readonly Code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
};

const FAILURES: Readonly<Record<string, S3Failure>> = {
  NoSuchBucket: 'noBucket',
  InvalidBucketName: 'noBucket',
  InvalidAccessKeyId: 'credentials',
  SignatureDoesNotMatch: 'credentials',
  ExpiredToken: 'credentials',
  InvalidToken: 'credentials',
  TokenRefreshRequired: 'credentials',
  CredentialsProviderError: 'credentials',
  AccessDenied: 'denied',
  AllAccessDisabled: 'denied',
  Forbidden: 'denied',
  PermanentRedirect: 'region',
  AuthorizationHeaderMalformed: 'region',
  IllegalLocationConstraintException: 'region',
  TimeoutError: 'timeout',
  AbortError: 'timeout',
  SlowDown: 'busy',
  ServiceUnavailable: 'busy',
  InternalError: 'busy',
  RequestTimeout: 'busy',
  PreconditionFailed: 'changed',
};

const UNREACHABLE = ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE'];

function failureOf({ name = '', code = '', Code = '', $metadata }: Said, message: string): S3Failure {
  const named = FAILURES[Code] ?? FAILURES[name] ?? FAILURES[code];
  if (named) return named;
  if (UNREACHABLE.includes(code)) return 'unreachable';
  if (/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|ERR_SSL_)/.test(code)) return 'certificate';
  // No region is named anywhere; the SDK says so by its words alone.
  if (/region is missing/i.test(message)) return 'region';
  const status = $metadata?.httpStatusCode ?? 0;
  if (status === 301) return 'region';
  if (status === 401 || status === 403) return 'denied';
  return status >= 500 || status === 429 ? 'busy' : 'other';
}

/** What a call to a bucket ran into, in words that say what to do. */
export function s3Problem(cause: unknown, { bucket, endpoint, timeoutSeconds }: S3Address): S3Problem {
  if (cause instanceof S3Problem) return cause;
  const said = cause as Said;
  const server = endpoint ?? 'Amazon S3';
  const failure = failureOf(said, cause instanceof Error ? cause.message : '');
  const words: Record<S3Failure, string> = {
    noBucket: `there is no bucket "${bucket}" at ${server}: make it, or mend the name or the endpoint`,
    credentials: `${server} does not take our credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN where they are temporary), or a profile or role that has them`,
    denied: `our credentials may not do that in the bucket "${bucket}": allow s3:ListBucket and s3:ListBucketMultipartUploads on it, and s3:GetObject, s3:PutObject, s3:DeleteObject and s3:AbortMultipartUpload in it`,
    region: `the bucket "${bucket}" is not in that region, or none is named: write region=… into the address, or set AWS_REGION`,
    certificate: `the certificate of ${server} is not one that this machine trusts: mend it, or name the authority in NODE_EXTRA_CA_CERTS`,
    unreachable: `${server} cannot be reached: check the endpoint, and that nothing between here and there keeps the line shut`,
    timeout: `${server} did not answer within ${timeoutSeconds} seconds: look after it, or give it more time by timeoutSeconds=… in the address`,
    busy: `${server} is out of order or overloaded for now: try again later`,
    brokenOff: `${server} broke off in the middle of an object`,
    changed: 'an object was written anew while it was read',
    other: `${server} answered in a way that is not known (${said.Code ?? said.name ?? 'no name'}): look at its own log`,
  };
  return new S3Problem(failure, words[failure], { cause });
}
