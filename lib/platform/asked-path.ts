import { headers } from 'next/headers';
import { PAGE_PATH } from './client-address';

/** The address of this request without its query, also where no page answers to it. */
export const askedPath = async (): Promise<string> => ((await headers()).get(PAGE_PATH) ?? '/').split('?')[0] ?? '/';
