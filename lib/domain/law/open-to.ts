import type { OpenTo } from './types';

/** Everyone alive, asking themselves or through another, whatever ties them to the controller. The laws protect the living (Recital 27 GDPR). */
export const THE_LIVING: OpenTo = {
  relations: null,
  people: [
    { capacity: 'self', ageBands: null },
    { capacity: 'agent', ageBands: null },
    { capacity: 'guardian', ageBands: null },
  ],
  establishments: null,
};
