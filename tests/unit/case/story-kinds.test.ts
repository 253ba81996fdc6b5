import { expect, test } from 'vitest';
import type { AuditEventData } from '@/lib/domain/log/schema';
import { auditOf } from '@/lib/domain/case/events';
import { isStoryKind, storyValues } from '@/lib/features/cases/data/story-kinds';
import { storyWords } from '@/lib/features/cases/data/story-words';
import { deskText } from '@/lib/platform/i18n/desk';
import { EVENTS } from '@/tests/support/case-events';

// A system that left the data map since has its id for a name.
const say = storyWords({
  staff: new Map(),
  systems: new Map(),
  recipients: new Map(),
  notices: new Map([['notice-1', 'extension']]),
});

const valuesOf = (event: AuditEventData) =>
  isStoryKind(event.kind) ? [[event.kind, storyValues(event as never, say)] as const] : [];

const told = EVENTS.flatMap((event) => auditOf(event, 41) ?? []).flatMap(valuesOf);

test.each(told)('the line of %s has each value it asks for', (kind, values) => {
  expect(deskText(`story.${kind}`, { ...values, who: 'Bob' })).not.toMatch(/[{}]|undefined/);
});
