import { httpSystemOf } from '../http/build';
import type { WrittenOpenDsrSystem } from './schema';
import type { OpenDsrSystem } from './types';

export const openDsrSystemOf = ({
  path,
  domain,
  certificate,
  body,
  ...reached
}: WrittenOpenDsrSystem): OpenDsrSystem => ({
  ...httpSystemOf(reached),
  kind: 'opendsr',
  path,
  domain: domain?.toLowerCase() ?? null,
  certificate: certificate?.toUpperCase() ?? null,
  body,
});
