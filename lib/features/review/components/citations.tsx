import type { Review } from '@/lib/features/review/types';

/** Articles of these exemptions, as the desk reads them. */
export const Citations = ({ of: { grounds }, ids }: { of: Pick<Review, 'grounds'>; ids: readonly string[] }) =>
  ids.map((id) => grounds.find((ground) => ground.id === id)?.citation ?? id).join('; ');
