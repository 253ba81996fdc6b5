import { z } from 'zod';
import { httpSystemSchema } from '../http/schema';

export const openDsrSystemSchema = httpSystemSchema.extend({
  answerDays: z.number().int().min(1).max(90).default(30),
  path: z
    .string()
    .regex(/^(\/[A-Za-z0-9._~-]+)+$/, {
      error: 'must be a path below the address of the system, for example /requests',
    })
    .default('/requests'),
  domain: z
    .string()
    .regex(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/, { error: 'must be the domain for which it signs' })
    .optional(),
  certificate: z
    .string()
    .regex(/^([0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2}$/, {
      error:
        'must be the SHA-256 fingerprint of its certificate: 32 pairs of hexadecimal digits with colons between them',
    })
    .optional(),
  body: z.record(z.string().min(1), z.unknown()).default({}),
});

export type WrittenOpenDsrSystem = z.output<typeof openDsrSystemSchema>;
