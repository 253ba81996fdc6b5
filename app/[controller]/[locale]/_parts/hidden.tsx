import type { Portal } from '../portal';

/** Which portal a form belongs to; checked again where it arrives. */
export const Hidden = ({ portal: { definition, locale } }: { portal: Portal }) => (
  <>
    <input type="hidden" name="controllerId" value={definition.id} />
    <input type="hidden" name="locale" value={locale} />
  </>
);
