/** Where clamd listens: a Unix socket, or a host and a port. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number };

const PORT = 3310;

/** @returns null for what is no such address */
export function clamdAddress(text: string): ClamdAddress | null {
  if (/^unix:\/.+$/.test(text)) return { path: text.slice('unix:'.length) };
  if (!/^tcp:\/\/[^/?#@]+\/?$/.test(text) || !URL.canParse(text)) return null;
  const { hostname, port } = new URL(text);
  return hostname === '' ? null : { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || PORT) };
}
