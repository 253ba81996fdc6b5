import { sign, X509Certificate } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { certified, type Certified } from './certificates';
import { aService, type Got, json, type Service } from './http-service';

type Sent = {
  readonly subject_request_id: string;
  readonly subject_request_type: string;
  readonly subject_identities: readonly { readonly identity_type: string; readonly identity_value: string }[];
  readonly status_callback_urls: readonly string[];
};

/** A processor on this machine that takes requests as OpenDSR 2.0 has them, and signs what it says. */
export type Processor = {
  readonly service: Service;
  readonly address: string;
  /** By which it signs. */
  signer: Certified;
  readonly fingerprint: string;
  /** For which it says that it signs. */
  domain: string;
  types: string[];
  identities: { identity_type: string; identity_format: string }[];
  /** What it was sent, by number. */
  readonly requests: Map<string, Sent>;
  /** What it says of each. */
  status: Record<string, unknown>;
  /** By which it says that it knows no such request. */
  unknown: number;
  /** In place of 201, where it takes nothing. */
  refusal: string | null;
  /** What lies at /results/…: how it is answered. */
  results: (got: Got, response: ServerResponse) => void;
  /** The headers of a message that it signs. */
  headers(body: string): Record<string, string>;
};

export async function aProcessor(): Promise<Processor> {
  const service = await aService();
  const own = certified({ name: 'Processor' });
  const processor: Processor = {
    service,
    address: `${service.address}/v2`,
    signer: own,
    fingerprint: new X509Certificate(own.pem).fingerprint256,
    domain: 'localhost',
    types: ['access', 'erasure'],
    identities: [{ identity_type: 'email', identity_format: 'raw' }],
    requests: new Map(),
    status: { request_status: 'pending' },
    unknown: 400,
    refusal: null,
    results: (_, response) => void response.writeHead(404).end(),
    headers: (body) => ({
      'content-type': 'application/json',
      'X-OpenDSR-Processor-Domain': processor.domain,
      'X-OpenDSR-Signature': sign('RSA-SHA256', Buffer.from(body), processor.signer.key).toString('base64'),
    }),
  };
  const say = (response: ServerResponse, status: number, value: object): void => {
    const body = JSON.stringify(value);
    response.writeHead(status, processor.headers(body)).end(body);
  };
  service.answer = ({ method, path, body, ...rest }, response) => {
    const got = { method, path, body, ...rest };
    if (path === '/v2/discovery')
      return json(response, {
        api_version: '2.0',
        supported_identities: processor.identities,
        supported_subject_request_types: processor.types,
        processor_certificate: `${service.address}/cert.pem`,
      });
    if (path === '/cert.pem') return void response.writeHead(200).end(own.pem);
    if (path.startsWith('/results/')) return processor.results(got, response);
    if (method === 'POST' && path === '/v2/requests') {
      if (processor.refusal !== null)
        return void response.writeHead(400).end(JSON.stringify({ error: { code: 400, message: processor.refusal } }));
      const sent = JSON.parse(body) as Sent;
      processor.requests.set(sent.subject_request_id, sent);
      return say(response, 201, { controller_id: 'shop', subject_request_id: sent.subject_request_id });
    }
    const id = /^\/v2\/requests\/([^/]+)$/.exec(path)?.[1] ?? '';
    if (method !== 'GET' || !processor.requests.has(id)) return void response.writeHead(processor.unknown).end();
    return say(response, 200, { controller_id: 'shop', subject_request_id: id, ...processor.status });
  };
  return processor;
}
