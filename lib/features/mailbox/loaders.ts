import 'server-only';
import { notFound } from 'next/navigation';
import { env } from '@/lib/platform/env';
import { newestMails } from './data';
import type { KeptMail } from './types';

const SHOWN = 50;

/** Mails of the demonstration. Anywhere else there is no such page: mails are between their sender and their receiver. */
export async function loadMails(): Promise<KeptMail[]> {
  if (!env().DEMO) notFound();
  return newestMails(SHOWN);
}
