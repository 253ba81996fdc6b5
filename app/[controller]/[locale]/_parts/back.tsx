import { ArrowLeft } from 'lucide-react';
import { Icon } from '@/lib/ui/icon';
import type { Portal } from '../portal';

export const Back = ({ portal: { t }, href }: { portal: Portal; href: string }) => (
  <a className="back" href={href}>
    <Icon of={ArrowLeft} />
    {t('frame.back')}
  </a>
);
