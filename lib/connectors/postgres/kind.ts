import type { SystemKind } from '../system-kind';
import { postgresChanger } from './changer';
import { postgresConnector } from './connector';
import { describeDatabase } from './describe';
import { postgresEraser } from './erase/eraser';

// Describing reads the server's catalogue only, which takes seconds in the largest of databases.
const DESCRIBING_SECONDS = 60;

export const POSTGRES: SystemKind = {
  asks: 'the address of the database with a login that can only read',
  schemes: ['postgresql', 'postgres'],
  probe: postgresConnector,
  introspect: (address, schema) =>
    describeDatabase({ url: address, timeoutSeconds: DESCRIBING_SECONDS }, schema ?? 'public'),
  collect: postgresConnector,
  erase: postgresEraser,
  rectify: postgresChanger,
  restrict: postgresChanger,
  setPreference: postgresChanger,
  callBack: null,
  onlyForRequests: false,
};
