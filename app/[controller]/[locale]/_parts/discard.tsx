import { PageForm } from '@/app/_ui/page-form';
import { discardAction } from '@/lib/features/drafts/actions';
import { LinkButton } from '@/lib/ui/link-button';
import type { Portal } from '../portal';
import { Hidden } from './hidden';

/** The way out of the form for whoever does not want to leave their answers behind. */
export const Discard = ({ portal }: { portal: Portal }) => (
  <PageForm action={discardAction}>
    <Hidden portal={portal} />
    <p className="text-sm">
      <LinkButton type="submit">{portal.t('draft.discard')}</LinkButton>
    </p>
  </PageForm>
);
