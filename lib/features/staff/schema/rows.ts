import { z } from 'zod';
import { STAFF_ROLES } from '@/lib/features/staff/types/staff';

/** What a row of somebody who works here holds of closed lists. */
export const staffColumns = z.object({ roles: z.array(z.enum(STAFF_ROLES)) });
