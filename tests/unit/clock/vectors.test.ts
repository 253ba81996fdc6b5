import { afterEach, describe, expect, it } from 'vitest';
import { answerSituation } from '@/lib/domain/clock/situation';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { translator } from '@/lib/platform/i18n/translator';
import { GDPR_EXAMPLES } from './gdpr-examples';
import { OTHER_EXAMPLES } from './other-examples';
import { SECOND_READING_EXAMPLES } from './second-reading-examples';
import { VECTORS } from './vectors';

const say = translator('en', 'law');
const answers = () => VECTORS.map((vector) => answerSituation(vector, shippedCalendars, say));

describe('the worked examples', () => {
  for (const { expected, ...situation } of [
    ...VECTORS,
    ...GDPR_EXAMPLES,
    ...OTHER_EXAMPLES,
    ...SECOND_READING_EXAMPLES,
  ]) {
    it(`${situation.id}: ${situation.regime} ${situation.right}, received ${situation.received}`, () => {
      const answer = answerSituation(situation, shippedCalendars, say);
      expect(answer).toMatchObject({ id: situation.id, computed: expected });
      expect('computed' in answer && Object.keys(answer.computed).sort()).toEqual(Object.keys(expected).sort());
      expect('working' in answer && answer.working.length).toBeGreaterThan(1);
    });
  }

  it('never reads what is expected', () => {
    const spoiled = VECTORS.map((vector) => ({ ...vector, expected: { due: 'nonsense' } }));
    expect(spoiled.map((vector) => answerSituation(vector, shippedCalendars, say))).toEqual(answers());
  });
});

describe('the time zone of the process', () => {
  const own = process.env.TZ;
  afterEach(() => {
    process.env.TZ = own;
  });

  it.each(['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Sofia'])('%s changes no date', (zone) => {
    const here = answers();
    process.env.TZ = zone;
    expect(answers()).toEqual(here);
  });
});
