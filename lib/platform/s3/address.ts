/** A prefix of a bucket, and how it is reached. Credentials come from the environment, or from a profile of it. */
export type S3Address = {
  readonly bucket: string;
  /** Empty, or ending in a slash. */
  readonly prefix: string;
  /** Null for the one of the environment. */
  readonly region: string | null;
  /** Null for Amazon's own. */
  readonly endpoint: string | null;
  readonly forcePathStyle: boolean;
  readonly profile: string | null;
  /** How long one request may take, its tries counted apart. */
  readonly timeoutSeconds: number;
};

const FORM =
  's3://bucket/prefix, and behind it what applies of ?region=…&endpoint=https://…&forcePathStyle=true&profile=…&timeoutSeconds=60';
const PARAMETERS = ['region', 'endpoint', 'forcePathStyle', 'profile', 'timeoutSeconds'];

const TIMEOUT_SECONDS = 60;

/** @returns a sentence that says what is wrong with the address, where something is; it repeats nothing of it that could be secret */
export function s3Address(text: string): S3Address | string {
  if (!URL.canParse(text) || !text.startsWith('s3://')) return `must read ${FORM}`;
  const { hostname, username, password, port, hash, pathname, searchParams } = new URL(text);
  if (username !== '' || password !== '')
    return 'holds credentials: they belong into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or into a profile';
  if (port !== '' || hash !== '') return `must read ${FORM}; the server’s address goes into endpoint`;
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(hostname)) return `must name a bucket: ${FORM}`;
  for (const name of searchParams.keys())
    if (!PARAMETERS.includes(name)) return `has an unknown part "${name.slice(0, 40)}": ${FORM}`;
  const [endpoint, style] = [searchParams.get('endpoint'), searchParams.get('forcePathStyle') ?? 'false'];
  if (endpoint !== null && !/^https?:\/\/[^/?#@]+\/?$/.test(endpoint))
    return 'must have as its endpoint the address of a server, such as https://s3.example.com';
  if (style !== 'true' && style !== 'false') return 'must have true or false as forcePathStyle';
  const timeoutSeconds = Number(searchParams.get('timeoutSeconds') ?? TIMEOUT_SECONDS);
  if (!(timeoutSeconds > 0 && timeoutSeconds <= 3600))
    return 'must have seconds above 0 and up to 3600 as timeoutSeconds';
  const names = pathname.split('/').filter((name) => name !== '');
  return {
    bucket: hostname,
    prefix: names.map((name) => `${decodeURIComponent(name)}/`).join(''),
    region: searchParams.get('region') || null,
    endpoint,
    forcePathStyle: style === 'true',
    profile: searchParams.get('profile') || null,
    timeoutSeconds,
  };
}
