import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { controllers } from '@/lib/platform/controllers/registry';

/** A portal without a language in its address: the first of the browser's languages that it speaks, else its own. */
export default async function PortalDoor({ params }: { params: Promise<{ controller: string }> }) {
  const { controller } = await params;
  const languages = controllers().get(controller)?.definition.languages ?? notFound();
  const wanted = ((await headers()).get('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  const language = wanted.map((code) => languages.find((known) => known === code)).find((known) => known !== undefined);
  redirect(`/${controller}/${language ?? languages[0] ?? 'en'}`);
}
