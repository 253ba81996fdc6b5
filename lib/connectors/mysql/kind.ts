import type { SystemKind } from '../system-kind';
import { mysqlConnector } from './connector';
import { describeMysql } from './describe';

// Describing reads the server's catalogue only.
const DESCRIBING_SECONDS = 60;

export const MYSQL: SystemKind = {
  asks: 'the address of the database, mysql://reader:password@host:port/database, with a login that can only read',
  schemes: ['mysql', 'mariadb'],
  probe: mysqlConnector,
  introspect: (address, schema) => describeMysql({ url: address, timeoutSeconds: DESCRIBING_SECONDS }, schema),
  collect: mysqlConnector,
  erase: null,
  rectify: null,
  restrict: null,
  setPreference: null,
  callBack: null,
  onlyForRequests: false,
};
