import type { SystemKind } from '../system-kind';
import { openDsrCallBack } from './call-back';
import { openDsrConnector } from './connector';
import { openDsrEraser } from './eraser';

/** A processor that takes requests of people as OpenDSR 2.0 has them, and signs what it says of each. */
export const OPENDSR: SystemKind = {
  asks: 'the address below which it takes requests, with the version and the login: https://:token@opendsr.example.com/v2',
  schemes: [],
  probe: openDsrConnector,
  introspect: null,
  collect: openDsrConnector,
  erase: openDsrEraser,
  rectify: null,
  restrict: null,
  setPreference: null,
  callBack: openDsrCallBack,
  onlyForRequests: true,
};
