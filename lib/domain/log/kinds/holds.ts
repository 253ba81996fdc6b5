import { z } from 'zod';
import { code, codes, day, id } from '../../audit/shapes/schema';
import { logged, noValues } from '../../audit/story';

/** What whoever oversees held, of one case or collections of a controller, and let go again. */
export const HOLD_KINDS = {
  HoldPlaced: logged(z.strictObject({ holdId: id, ground: code, collections: codes, until: day.optional() }), {
    mark: 'check',
    values: ({ until }, say) => ({ until: until ? say.day(until) : 'none' }),
  }),
  HoldReleased: logged(z.strictObject({ holdId: id }), { mark: 'takenBack', values: noValues }),
};
