import { refuse, type Result } from '@/lib/domain/result';
import { takeMail } from '@/lib/features/incoming-mail/mutations';
import type { Taken } from '@/lib/features/incoming-mail/types';
import { controllers } from '@/lib/platform/controllers/registry';
import { env } from '@/lib/platform/env';
import { hashSecret, sameBytes } from '@/lib/platform/vault/secrets';

/** `closed`: MAIL_INTAKE_TOKEN is not set, so there is no such door. */
export type HandInRefusal = 'closed' | 'unauthorized' | 'noSuchController' | 'notAMail';

/** Takes one mail as it came over the wire from a machine that has MAIL_INTAKE_TOKEN. */
export async function handIn(controllerId: string, request: Request): Promise<Result<Taken, HandInRefusal>> {
  const token = env().MAIL_INTAKE_TOKEN;
  if (!token) return refuse('closed');
  const [, given = ''] = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (!sameBytes(hashSecret(given), hashSecret(token))) return refuse('unauthorized');
  if (!controllers().has(controllerId)) return refuse('noSuchController');
  return takeMail(controllerId, new Uint8Array(await request.arrayBuffer()));
}
