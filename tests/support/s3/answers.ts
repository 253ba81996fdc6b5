import { Refused } from './objects';
import type { S3Server } from './server';

export type Asked = {
  readonly method: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly range: string | null;
  readonly ifMatch: string | null;
};

export type Answer = { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer };

type Own = Pick<S3Server, 'bucket' | 'settings'>;

const empty = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: Buffer.alloc(0),
});

const escaped = (text: string): string => text.replace(/[&<>"\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const xml = (root: string, inner: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${inner}</${root}>`,
  ),
});

/** What S3 answers to a request whose signature was checked. @throws Refused */
export function answerTo(own: Own, asked: Asked, body: Buffer): Answer {
  if (asked.key === '') return ofBucket(own, asked);
  const { bucket } = own;
  const { method, key, query } = asked;
  const uploadId = query.get('uploadId');
  if (method === 'POST' && query.has('uploads'))
    return xml('InitiateMultipartUploadResult', `<UploadId>${bucket.begin(key)}</UploadId>`);
  if (method === 'POST' && uploadId) {
    const named = [...body.toString('utf8').matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => ({
      no: Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
      etag: (/<ETag>(.*?)<\/ETag>/.exec(part)?.[1] ?? '').replace(/&quot;|&#34;/g, '"'),
    }));
    return xml('CompleteMultipartUploadResult', `<ETag>${escaped(bucket.complete(uploadId, key, named))}</ETag>`);
  }
  if (method === 'PUT' && uploadId)
    return empty(200, { etag: bucket.addPart(uploadId, key, Number(query.get('partNumber')), body) });
  if (method === 'PUT') return empty(200, { etag: bucket.put(key, body).etag });
  if (method === 'DELETE' && uploadId) {
    bucket.abort(uploadId, key);
    return empty(204);
  }
  if (method === 'DELETE') {
    bucket.whole.delete(key);
    return empty(204);
  }
  if (method === 'GET' || method === 'HEAD') return objectFor(own, asked);
  throw new Refused('MethodNotAllowed', 405);
}

function objectFor({ bucket }: Own, { key, range, ifMatch }: Asked): Answer {
  const { bytes, etag } = bucket.get(key);
  if (ifMatch !== null && ifMatch !== etag) throw new Refused('PreconditionFailed', 412);
  const headers = { etag, 'accept-ranges': 'bytes' };
  const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (range === null) return { status: 200, headers, body: bytes };
  if (Number(from) >= bytes.length) throw new Refused('InvalidRange', 416);
  const last = Math.min(bytes.length - 1, to === '' ? Infinity : Number(to));
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${from}-${last}/${bytes.length}` },
    body: bytes.subarray(Number(from), last + 1),
  };
}

function ofBucket({ bucket, settings }: Own, { method, query }: Asked): Answer {
  if (method === 'HEAD') return empty(200);
  if (method !== 'GET') throw new Refused('MethodNotAllowed', 405);
  if (query.has('versioning'))
    return xml('VersioningConfiguration', settings.isVersioned ? '<Status>Enabled</Status>' : '');
  const prefix = query.get('prefix') ?? '';
  if (query.has('uploads')) {
    const begun = [...bucket.begun].filter(([, { key }]) => key.startsWith(prefix));
    return xml(
      'ListMultipartUploadsResult',
      begun.map(([id, { key }]) => `<Upload><Key>${escaped(key)}</Key><UploadId>${id}</UploadId></Upload>`).join(''),
    );
  }
  const delimiter = query.get('delimiter');
  const after = query.get('continuation-token') ?? '';
  const entries = new Set<string>();
  for (const key of [...bucket.whole.keys()].filter((one) => one.startsWith(prefix))) {
    const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    entries.add(end === -1 ? key : key.slice(0, end + 1));
  }
  // S3 lists in the order of the bytes of the keys in UTF-8.
  const left = [...entries]
    .filter((entry) => Buffer.compare(Buffer.from(entry), Buffer.from(after)) > 0)
    .sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  const page = left.slice(0, settings.pageSize);
  const isFolder = (entry: string): boolean => delimiter !== null && entry.endsWith(delimiter);
  return xml(
    'ListBucketResult',
    `<IsTruncated>${left.length > page.length}</IsTruncated>` +
      (left.length > page.length ? `<NextContinuationToken>${escaped(page.at(-1)!)}</NextContinuationToken>` : '') +
      page
        .map((entry) =>
          isFolder(entry)
            ? `<CommonPrefixes><Prefix>${escaped(entry)}</Prefix></CommonPrefixes>`
            : `<Contents><Key>${escaped(entry)}</Key><Size>${bucket.whole.get(entry)!.bytes.length}</Size></Contents>`,
        )
        .join(''),
  );
}
