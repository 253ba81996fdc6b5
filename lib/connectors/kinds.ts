import type { ConnectorKind } from '@/lib/domain/datamap/types';
import { FILES } from './files/kind';
import { HTTP } from './http/kind';
import { MYSQL } from './mysql/kind';
import { OPENDSR } from './opendsr/kind';
import { PEOPLE } from './people/kind';
import { PORTAL_ITSELF } from './portal/kind';
import { POSTGRES } from './postgres/kind';
import type { SystemKind } from './system-kind';

/** Every kind of system that a data map may name, and this portal itself. A new one is its folder and its line here. */
export const KINDS: Readonly<Record<ConnectorKind, SystemKind>> = {
  postgres: POSTGRES,
  mysql: MYSQL,
  http: HTTP,
  files: FILES,
  opendsr: OPENDSR,
  people: PEOPLE,
  portal: PORTAL_ITSELF,
};
