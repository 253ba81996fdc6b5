import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { draftBy } from './data';
import { env } from '@/lib/platform/env';
import { deleteDraft, DRAFT_HOURS } from './mutations';
import type { Draft } from './types';

/** Name of the cookie that ties a browser to its draft; its path is the controller's, so that two forms do not meet. */
export const DRAFT_COOKIE = 'rd_draft';

/** The draft of this browser at this controller. */
export const loadDraft = cache(async (controllerId: string): Promise<Draft> => {
  const secret = (await cookies()).get(DRAFT_COOKIE)?.value;
  return draftBy(secret, controllerId, new Date());
});

/** Whether this browser asks not to sell or share the data of whoever uses it: the Global Privacy Control. */
export const loadOptOutSignal = cache(async (): Promise<boolean> => (await headers()).get('sec-gpc') === '1');

/** Ties this browser to a draft that was started for it. */
export async function keepDraft(controllerId: string, secret: string): Promise<void> {
  (await cookies()).set(DRAFT_COOKIE, secret, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().BASE_URL.startsWith('https:'),
    path: `/${controllerId}`,
    maxAge: DRAFT_HOURS * 3600,
  });
}

/** Takes the draft from this browser, and the draft itself away. */
export async function forgetDraft(controllerId: string): Promise<void> {
  const draft = await loadDraft(controllerId);
  if (draft.state === 'open' || draft.state === 'sent') await deleteDraft(draft.id);
  (await cookies()).set(DRAFT_COOKIE, '', { path: `/${controllerId}`, maxAge: 0 });
}
