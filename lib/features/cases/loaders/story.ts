import type { AuditEvent } from '@/lib/domain/audit/schema';
import { allRules } from '@/lib/domain/law/rights';
import type { Locale } from '@/lib/domain/locale';
import { deskText } from '@/lib/platform/i18n/desk';
import type { CaseKey } from '@/lib/platform/vault/case-key';
import { openText } from '@/lib/platform/vault/case-key';
import { messageRows, noticeRows, toldEvents } from '@/lib/features/cases/data/story';
import type { MailState, StoryEntry } from '@/lib/features/cases/types/story';

type Sources = {
  readonly key: CaseKey | null;
  readonly locale: Locale;
  /** Names of staff by id, and of systems by id. */
  readonly staff: ReadonlyMap<string, string>;
  readonly systems: ReadonlyMap<string, string>;
};

/** What happened in a case, newest first: events of the log with the words and the mails that belong to them. */
export async function loadStory(caseId: string, sources: Sources): Promise<StoryEntry[]> {
  const [events, notices, messages] = await Promise.all([toldEvents(caseId), noticeRows(caseId), messageRows(caseId)]);
  const mails = new Map(
    notices.map(({ id, state, attempts, lastFailure }) => [
      id,
      { state: state as MailState['state'], attempts, reason: lastFailure },
    ]),
  );
  const words = new Map(messages.map((row) => [row.id, row]));
  const kinds = new Map(notices.map(({ id, kind }) => [id, kind]));
  return events.map((event) => {
    const row = words.get(messageOf(event) ?? '');
    return {
      id: event.id,
      at: new Date(event.at),
      kind: event.kind,
      who: event.actor.kind === 'staff' ? (sources.staff.get(event.actor.id) ?? null) : null,
      values: valuesOf(event, sources, kinds),
      words:
        row && sources.key
          ? {
              text: openText(sources.key, row.sealedBody, `message:${row.id}`),
              lang: row.author === 'note' ? 'en' : sources.locale,
              note: row.author === 'note',
            }
          : null,
      mail: event.kind === 'NoticeQueued' ? (mails.get(event.data.noticeId) ?? null) : null,
    };
  });
}

/** Id of what somebody wrote with an event; the log itself holds no words. */
function messageOf(event: AuditEvent): string | null {
  switch (event.kind) {
    case 'MessageWritten':
    case 'IdentityQuestioned':
    case 'ClarificationAsked':
    case 'ExtensionDecided':
      return event.data.messageId;
    case 'NoteWritten':
      return event.data.noteId;
    default:
      return null;
  }
}

/** By what law each of these rules is, each once; `none` for none. */
const citationsOf = (ids: readonly string[]): string =>
  [
    ...new Set(
      allRules()
        .filter(({ id }) => ids.includes(id))
        .map(({ citation }) => citation),
    ),
  ].join('; ') || 'none';

/** The values that `story.<kind>` asks for; each is a code, a count or a name, never what a person wrote. */
function valuesOf(
  event: AuditEvent,
  { staff, systems }: Sources,
  notices: ReadonlyMap<string, string>,
): Record<string, string | number> {
  const by = event.actor.kind;
  switch (event.kind) {
    case 'RequestReceived':
      return { channel: event.data.channel, rights: event.data.rights.length };
    case 'EmailConfirmed':
    case 'IdentityAccepted':
      return { method: event.data.method };
    case 'CaseAssigned':
      return {
        to: event.data.staffId === null ? 'nobody' : 'someone',
        name: event.data.staffId === null ? '' : (staff.get(event.data.staffId) ?? '–'),
      };
    case 'CollectionStarted':
      return { systems: event.data.systems.length };
    case 'SourceFailed':
      return {
        system: systems.get(event.data.system) ?? event.data.system,
        reason: event.data.reason,
        attempt: event.data.attempt,
      };
    case 'SourceRetried':
      return { system: systems.get(event.data.system) ?? event.data.system };
    case 'CollectionReopened':
      return { systems: event.data.systems.map((id) => systems.get(id) ?? id).join(', ') };
    case 'CollectionFinished':
      return { systems: event.data.systems, records: event.data.records };
    case 'OutcomeDecided':
      return { right: event.data.right, outcome: event.data.outcome };
    case 'RejectionProposed':
      return { asked: String(event.data.asked) };
    case 'CaseWithdrawn':
      return { way: event.data.way ?? 'none' };
    case 'CaseReopened':
    case 'RejectionReturned':
    case 'DecisionReturned':
      return { reason: event.data.reason };
    case 'BundleSealed':
      return { records: event.data.records, megabytes: (event.data.sizeBytes / 1_000_000).toFixed(1) };
    case 'BundleFailed':
      return { attempt: event.data.attempt };
    case 'NoticeQueued':
      return {
        notice: event.data.notice,
        locale: event.data.locale,
        tells: citationsOf(event.data.tells?.map(({ rule }) => rule) ?? []),
      };
    case 'DeliveryRefused':
      return { reason: event.data.reason };
    case 'BundleDownloaded':
      return { complete: String(event.data.complete) };
    case 'CaseClosed':
      return { reason: event.data.reason };
    case 'IdentifierAdded':
      return { identifier: event.data.identifier };
    case 'IdentityQuestioned':
      return { doubt: event.data.doubt };
    case 'ClarificationAsked':
      return { largeQuantity: String(event.data.largeQuantity) };
    case 'QuestionAnswered':
      return { question: event.data.question, way: event.data.way };
    case 'ExtensionDecided':
      return { reasons: event.data.reasons.join(' ') };
    case 'ExtensionVoided':
      return { regime: event.data.regime, reason: event.data.reason };
    case 'DeadlineExtended':
    case 'DeadlinePassed':
      return { regime: event.data.regime, clock: event.data.clock, on: event.data.dueOn };
    case 'DeadlineNeared':
      return { regime: event.data.regime, clock: event.data.clock, mark: event.data.mark, on: event.data.dueOn };
    case 'DeadlineRecounted':
      return { was: event.data.was, on: event.data.dueOn };
    case 'ClockPaused':
    case 'ClockResumed':
      return { regime: event.data.regime, clock: event.data.clock, on: event.data.on };
    case 'DecisionRevoked':
    case 'UseStopped':
      return { right: event.data.right };
    case 'RightCarriedOut':
      return {
        right: event.data.right,
        on: event.data.on,
        systems: new Intl.ListFormat('en').format(
          event.data.systems.map((id) => systems.get(id) ?? deskText(`carryOut.${id}`)),
        ),
      };
    case 'NoticeResent':
      return { notice: notices.get(event.data.noticeId) ?? '' };
    case 'NoticeTold':
      return { notice: notices.get(event.data.noticeId) ?? '', way: event.data.way };
    default:
      return { by };
  }
}
