import { expect, test } from 'vitest';
import type { AuditEventData } from '@/lib/domain/audit/schema';
import { auditOf } from '@/lib/domain/case/events';
import { isStoryKind, storyKinds, storyValues } from '@/lib/features/cases/data/story-kinds';
import { deskText } from '@/lib/platform/i18n/desk';
import { EVENTS } from '@/tests/support/case-events';

// A system that left the data map since has its id for a name.
const names = {
  staff: new Map(),
  systems: new Map(),
  recipients: new Map(),
  notices: new Map([['notice-1', 'extension']]),
};

const valuesOf = (event: AuditEventData) =>
  isStoryKind(event.kind) ? [[event.kind, storyValues(event as never, names)] as const] : [];

const told = EVENTS.flatMap((event) => auditOf(event, 41) ?? []).flatMap(valuesOf);

test.each(told)('the line of %s has each value it asks for', (kind, values) => {
  expect(deskText(`story.${kind}`, { ...values, who: 'Bob' })).not.toMatch(/[{}]|undefined/);
});

test('ids stand for names where there are some, days and codes are in words', () => {
  const story = valuesOf({
    kind: 'RightCarriedOut',
    data: { right: 'erasure', on: '2026-11-24', systems: ['calls', 'elsewhere'] },
  });
  expect(deskText('story.RightCarriedOut', story[0]?.[1])).toMatch(
    /^Erase: done on Tuesday 24.November.2026, in calls and elsewhere/,
  );
});

test('who read what is no part of how a case went', () => {
  expect(storyKinds()).not.toContain('RecordsRead');
});
