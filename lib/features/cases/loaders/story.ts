import 'server-only';
import type { AuditEvent } from '@/lib/domain/log/schema';
import type { Locale } from '@/lib/domain/locale';
import { noticeColumns } from '@/lib/features/case-file/schema/rows';
import type { CaseKey } from '@/lib/platform/vault/case-key';
import { openText } from '@/lib/platform/vault/case-key';
import { messageRows, noticeRows, storyEvents } from '@/lib/features/cases/data/story';
import { storyValues } from '@/lib/features/cases/data/story-kinds';
import { type StoryNames, storyWords } from '@/lib/features/cases/data/story-words';
import type { StoryEntry } from '@/lib/features/cases/types/story';

type Sources = Omit<StoryNames, 'notices'> & { readonly key: CaseKey | null; readonly locale: Locale };

/** What happened in a case, newest first: events of the log with the words and the mails that belong to them. */
export async function loadStory(caseId: string, sources: Sources): Promise<StoryEntry[]> {
  const [events, notices, messages] = await Promise.all([storyEvents(caseId), noticeRows(caseId), messageRows(caseId)]);
  const mails = new Map(
    notices.map(({ id, state, attempts, lastFailure }) => [
      id,
      { state: noticeColumns.shape.state.parse(state), attempts, reason: lastFailure },
    ]),
  );
  const words = new Map(messages.map((row) => [row.id, row]));
  const say = storyWords({ ...sources, notices: new Map(notices.map(({ id, kind }) => [id, kind])) });
  const { key } = sources;
  return events.map((event) => {
    const row = words.get(messageOf(event) ?? '');
    return {
      id: event.id,
      at: new Date(event.at),
      kind: event.kind,
      who: event.actor.kind === 'staff' ? (sources.staff.get(event.actor.id) ?? null) : null,
      values: storyValues(event, say),
      words:
        row && sources.key
          ? {
              text: openText(sources.key, row.sealedBody, `message:${row.id}`),
              lang: row.author === 'note' ? 'en' : sources.locale,
              note: row.author === 'note',
            }
          : null,
      files:
        row && sources.key
          ? row.files.map(({ id, sealedName, bytes }) => ({
              id,
              name: openText(key!, sealedName, `file:${id}`),
              bytes,
            }))
          : [],
      mail: event.kind === 'NoticeQueued' ? (mails.get(event.data.noticeId) ?? null) : null,
      letter: event.kind === 'NoticeQueued' && event.data.letter && sources.key ? event.data.noticeId : null,
    };
  });
}

/** Id of what somebody wrote with an event; the log itself holds no words. */
const messageOf = ({ data }: AuditEvent): string | null =>
  'messageId' in data ? data.messageId : 'noteId' in data ? data.noteId : null;
