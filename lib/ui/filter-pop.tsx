import { ListFilter } from 'lucide-react';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Icon } from './icon';
import { Pop } from './pop';

/** The filters of a list behind their button; the form goes to `action`, so that what is filtered stands in the address. */
export const FilterPop = ({ action, children }: { readonly action: string; readonly children: React.ReactNode }) => (
  <Pop
    look="plain"
    size="small"
    label={
      <>
        <Icon of={ListFilter} />
        {t('filter.open')}
      </>
    }
    action={action}
  >
    {children}
  </Pop>
);
