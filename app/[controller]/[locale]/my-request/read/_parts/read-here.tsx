import { BookOpenText } from 'lucide-react';
import { buttonClasses } from '@/lib/ui/button';
import { Icon } from '@/lib/ui/icon';
import type { Portal } from '../../../portal';

/** The way to the copy on this page's side of the download. */
export const ReadHere = ({ portal: { t, home } }: { portal: Portal }) => (
  <a className={buttonClasses()} href={`${home}/my-request/read`}>
    <Icon of={BookOpenText} />
    {t('read.read')}
  </a>
);
