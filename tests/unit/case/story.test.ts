import { expect, test } from 'vitest';
import { isStoryKind, storyKinds, storyValues } from '@/lib/features/cases/data/story-kinds';
import { storyWords } from '@/lib/features/cases/data/story-words';
import { deskText } from '@/lib/platform/i18n/desk';
import { LINES_OF_THE_WAY } from './story-lines';
import { LINES_OF_WHAT_WAS_DONE } from './story-lines-done';

const say = storyWords({
  staff: new Map([['alice', 'Alice']]),
  systems: new Map([
    ['calls', 'Call records'],
    ['crm', 'Customers'],
  ]),
  recipients: new Map([
    ['hosting', 'Hostwerk GmbH'],
    ['printer', 'Printer Ltd'],
  ]),
  notices: new Map([['notice-1', 'extension']]),
});

const LINES = [...LINES_OF_THE_WAY, ...LINES_OF_WHAT_WAS_DONE];

test.each(LINES)('%s', (line, event) => {
  if (!isStoryKind(event.kind)) throw new Error(`${event.kind} is in no story`);
  // Which blanks a date has is the engine's business.
  const said = deskText(`story.${event.kind}`, { ...storyValues(event as never, say), who: 'Bob' });
  expect(said.replace(/\s/g, ' ')).toBe(line);
});

test('each kind of a story is among them', () => {
  expect(storyKinds().filter((one) => !LINES.some(([, { kind }]) => kind === one))).toEqual([]);
});

test('who read what is no part of how a case went', () => {
  expect(storyKinds()).not.toContain('RecordsRead');
});

test('an id that stands for nothing any more reads as itself', () => {
  expect(say.systems(['gone'])).toBe('gone');
});
