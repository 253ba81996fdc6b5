import { ArrowLeft } from 'lucide-react';
import { Icon } from '@/lib/ui/icon';
import type { Portal } from '../portal';

export const Back = ({ portal: { t }, href }: { portal: Portal; href: string }) => (
  <a className="-mt-6 flex min-h-target w-fit items-center gap-[0.35rem] text-sm text-ink print:hidden" href={href}>
    <Icon of={ArrowLeft} />
    {t('frame.back')}
  </a>
);
