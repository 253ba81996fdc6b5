import type { SystemKind } from '../system-kind';
import { httpCallBack } from './call-back';
import { httpConnector } from './connector';
import { httpChanger, httpEraser } from './store';

/** A service that is asked over HTTP, by the requests that the map declares. */
export const HTTP: SystemKind = {
  asks: 'the address below which its requests are made, with its login: https://name:password@host/path',
  schemes: ['https', 'http'],
  probe: httpConnector,
  introspect: null,
  collect: httpConnector,
  erase: httpEraser,
  rectify: httpChanger,
  restrict: httpChanger,
  setPreference: httpChanger,
  callBack: httpCallBack,
  onlyForRequests: false,
};
