import { collectionOf, dataMapOf } from '@/tests/unit/datamap/maps';

/** A person and what they wrote. */
export const KILL_MAP = dataMapOf([
  collectionOf('app.person', { id: { key: true }, email: { identity: 'email' } }),
  collectionOf('app.note', { id: { key: true }, author: { of: 'app.person.id' } }),
]);
