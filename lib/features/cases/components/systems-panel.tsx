import { Check, CircleDashed, LoaderCircle, MessageCircleQuestionMark, Minus, TriangleAlert } from 'lucide-react';
import { retrySourceAction } from '@/lib/features/cases/actions/collection';
import type { SoughtWords } from '@/lib/domain/bundle/types';
import { SearchWords } from './search-words';
import type { InquiryOfSystem, SystemView } from '@/lib/features/cases/loaders/systems';
import { longDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { CommandForm, type Target } from './command-form';
import { Button } from '@/lib/ui/button';
import { Panel } from '@/lib/ui/panel';
import { Sub, Row } from '@/lib/ui/lists';
import { ACTIONS } from '@/lib/ui/layout';

const number = new Intl.NumberFormat('en-GB');

const SHAPES = {
  waiting: CircleDashed,
  running: LoaderCircle,
  asked: MessageCircleQuestionMark,
  answered: Check,
  failed: TriangleAlert,
} as const;

/** Each system with what it has really answered: records kept so far, nothing, or why it did not answer; and by what it was asked. */
export function SystemsPanel({ systems, search }: { systems: readonly SystemView[]; search: SoughtWords | null }) {
  const answered = systems.filter(({ state }) => state === 'answered').length;
  return (
    <Panel
      id="systems"
      heading={t('systems.heading')}
      beside={
        systems.length > 0 && (
          <span className="text-sm text-ink-2">{t('systems.answered', { answered, all: systems.length })}</span>
        )
      }
    >
      {systems.length === 0 ? (
        <p className="text-ink-2">{t('systems.none')}</p>
      ) : (
        <ul>
          {systems.map((system) => (
            <SystemRow key={system.id} system={system} />
          ))}
        </ul>
      )}
      <SearchWords search={search} />
    </Panel>
  );
}

function SystemRow({ system }: { system: SystemView }) {
  const empty = system.state === 'answered' && system.records === 0;
  const Shape = empty ? Minus : SHAPES[system.state];
  const skipped = system.collections.filter(({ result }) => result === 'notApplicable');
  return (
    <Row icon={Shape} state={system.state === 'failed' ? 'soon' : undefined}>
      <span className={system.state === 'failed' ? 'font-medium' : undefined}>{system.name}</span>
      <span className="text-ink-2">{amountOf(system, empty)}</span>
      {system.state === 'failed' && (
        <Sub>
          {t('systems.failed', { reason: t(`failure.${system.failure ?? 'other'}`), attempts: system.attempts })}
        </Sub>
      )}
      {system.state === 'waiting' && system.failure && (
        <Sub>{t('systems.askedAgain', { reason: t(`failure.${system.failure}`) })}</Sub>
      )}
      {system.inquiry !== null && <InquirySub system={system} inquiry={system.inquiry} />}
      {system.documentCount > 0 && <DocumentsSub {...system} />}
      {system.state === 'running' && <Sub>{t('systems.running')}</Sub>}
      {skipped.length > 0 && (
        <Sub>{t('systems.skipped', { titles: skipped.map(({ title }) => title).join(', ') })}</Sub>
      )}
    </Row>
  );
}

/** What its owner was asked, and what they handed in besides records. */
const InquirySub = ({ system, inquiry }: { system: SystemView; inquiry: InquiryOfSystem }) => (
  <>
    {system.state === 'asked' && (
      <Sub>{t('systems.askedOwner', { owner: inquiry.owner, date: longDate(inquiry.answerOn, 'en') })}</Sub>
    )}
    {inquiry.note !== null && (
      <Sub>
        <span className="wrap-anywhere whitespace-pre-line">{t('systems.note', { note: inquiry.note })}</span>
      </Sub>
    )}
  </>
);

/** The first documents that came, each to be opened, and how many there are. */
const DocumentsSub = ({ documents, documentCount }: Pick<SystemView, 'documents' | 'documentCount'>) => (
  <Sub>
    {t('systems.documents', { count: documentCount })}
    <ul>
      {documents.map(({ id, mediaType, bytes, href }, index) => (
        <li key={id}>
          <a href={href}>
            {t('systems.document', {
              number: index + 1,
              kind: mediaType,
              size: number.format(Math.ceil(bytes / 1024)),
            })}
          </a>
        </li>
      ))}
    </ul>
  </Sub>
);

function amountOf(system: SystemView, empty: boolean): string {
  if (system.state === 'waiting') return t('systems.waiting');
  if (system.state === 'asked') return t('systems.asked');
  if (system.state === 'failed') return t('systems.noAnswer');
  return empty ? t('systems.nothing') : number.format(system.records);
}

/** A button for each system that did not answer, and for each whose owner is asked: a new link ends the one that was mailed. */
export function RetryForms({ systems, target }: { systems: readonly SystemView[]; target: Target }) {
  return (
    <div className={ACTIONS}>
      {systems
        .filter(({ state }) => state === 'failed' || state === 'asked')
        .map(({ id, name, state, inquiry }) => (
          <CommandForm key={id} action={retrySourceAction} target={target}>
            <input type="hidden" name="systemId" value={id} />
            <Button look={state === 'failed' ? 'main' : 'normal'}>
              {state === 'asked' && inquiry
                ? t('systems.renew', { owner: inquiry.owner })
                : t('systems.retry', { system: name })}
            </Button>
          </CommandForm>
        ))}
    </div>
  );
}
