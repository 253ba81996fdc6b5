import { type AuditEventData, type AuditKind, LOG_KINDS } from '@/lib/domain/log/schema';
import type { StoryRow, StoryValues, StoryWords } from '@/lib/domain/audit/story';

/** The kinds that a story tells. */
export type StoryKind = {
  [K in AuditKind]: (typeof LOG_KINDS)[K]['story'] extends null ? never : K;
}[AuditKind];

export const isStoryKind = (kind: AuditKind): kind is StoryKind => LOG_KINDS[kind].story !== null;

export const storyKinds = (): StoryKind[] => (Object.keys(LOG_KINDS) as AuditKind[]).filter(isStoryKind);

// The row under a kind takes what that very kind says, which a union of rows cannot say.
const rowOf = (kind: StoryKind) => LOG_KINDS[kind].story as StoryRow<AuditEventData['data']>;

export const storyMark = (kind: StoryKind): Pick<StoryRow<never>, 'mark' | 'state'> => rowOf(kind);

export const storyValues = (
  { kind, data }: Extract<AuditEventData, { kind: StoryKind }>,
  say: StoryWords,
): StoryValues => rowOf(kind).values(data, say);
