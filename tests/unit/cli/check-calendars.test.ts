import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCalendars } from '@/lib/cli/checks';

// The demo's two controllers answer from Luxembourg and Bulgaria, and Californians by American holidays; shipped until 2030.
const before = process.env.CONTROLLERS_DIR;
beforeAll(() => {
  process.env.CONTROLLERS_DIR = 'controllers';
});
afterAll(() => {
  if (before === undefined) delete process.env.CONTROLLERS_DIR;
  else process.env.CONTROLLERS_DIR = before;
});

const check = (day: string) => checkCalendars(new Date(`${day}T12:00:00Z`));

describe('rightsdesk check calendars', () => {
  it('names every calendar in use and until when it is known', () => {
    expect(check('2026-11-22')).toMatchObject({
      summary: 'holidays of LU until 2030, US-FED until 2030, US-CA until 2030, BG until 2030',
      problems: [],
    });
  });

  it('warns from nine months before the end, and is no failure', () => {
    expect(check('2030-03-30').summary).not.toContain('warning');
    const { summary, problems } = check('2030-04-01');
    expect(summary.match(/warning: [A-Z-]+: Clocks that begin in these months/g)).toHaveLength(4);
    expect(problems).toEqual([]);
  });

  it('says where a year is missing that clocks need now', () => {
    expect(check('2030-11-20').summary.match(/warning: [A-Z-]+: Clocks that begin now/g)).toEqual([
      'warning: US-FED: Clocks that begin now',
    ]);
    expect(check('2031-01-05').summary.match(/warning: [A-Z-]+: Clocks that begin now/g)).toHaveLength(4);
  });
});
