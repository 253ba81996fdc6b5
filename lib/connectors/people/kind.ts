import type { SystemKind } from '../system-kind';

/** A system that only somebody who keeps it can look into: nothing is read, and each step is asked of them. */
export const PEOPLE: SystemKind = {
  asks: 'nothing: its owner is asked',
  schemes: [],
  probe: ({ owner }) => ({
    probe: async () => ({ ok: true, readOnly: true, server: `asked of ${owner?.name ?? 'nobody'}`, drift: [] }),
  }),
  introspect: null,
  collect: null,
  erase: null,
  rectify: null,
  restrict: null,
  setPreference: null,
  callBack: null,
  onlyForRequests: true,
};
