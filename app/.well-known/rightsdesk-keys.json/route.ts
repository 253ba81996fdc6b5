import { loadPublishedKeys } from '@/lib/features/instance/loaders';

export const dynamic = 'force-dynamic';

/** The public keys that check bundles and the log, present and former ones, for whoever does not want to take them from the bundle itself. */
export async function GET(): Promise<Response> {
  return Response.json(
    { keys: await loadPublishedKeys() },
    { headers: { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' } },
  );
}
