import type { SystemKind } from '../system-kind';
import { filesConnector } from './connector';
import { filesEraser } from './store';

/** A folder or a prefix of a bucket whose files are found by their paths, or by an index of them. */
export const FILES: SystemKind = {
  asks: 'the folder, file:///srv/share, as the account that Rightsdesk runs under can read it, or the prefix of a bucket, s3://bucket/prefix?region=…',
  schemes: ['file', 's3'],
  probe: filesConnector,
  introspect: null,
  collect: filesConnector,
  erase: filesEraser,
  rectify: null,
  restrict: null,
  setPreference: null,
  callBack: null,
  onlyForRequests: false,
};
