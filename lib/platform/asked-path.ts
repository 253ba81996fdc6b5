import { headers } from 'next/headers';
import { PAGE_PATH } from './client-address';

/** One value of the query of this request, for what is drawn around a page and is told no query; null where there is none. */
export const askedFor = async (name: string): Promise<string | null> =>
  new URLSearchParams(((await headers()).get(PAGE_PATH) ?? '').split('?')[1] ?? '').get(name);

/** The address of this request without its query, also where no page answers to it. */
export const askedPath = async (): Promise<string> => ((await headers()).get(PAGE_PATH) ?? '/').split('?')[0] ?? '/';
