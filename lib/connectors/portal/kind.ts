import type { SystemKind } from '../system-kind';

/** This portal's own records of whoever asks: they lie in its own database, where the collection reads them, and no step changes them. */
export const PORTAL_ITSELF = {
  asks: 'nothing: it is this portal',
  schemes: [],
  probe: () => ({ probe: async () => ({ ok: true, readOnly: true, server: 'this portal', drift: [] }) }),
  introspect: null,
  collect: null,
  erase: null,
  rectify: null,
  restrict: null,
  setPreference: null,
  callBack: null,
  onlyForRequests: true,
} satisfies SystemKind;
