import { Check, CircleDashed, LoaderCircle, Minus, TriangleAlert } from 'lucide-react';
import { retrySourceAction } from '@/lib/features/cases/actions/collection';
import type { SoughtWords } from '@/lib/domain/bundle/types';
import { SearchWords } from './search-words';
import type { SystemView } from '@/lib/features/cases/loaders/systems';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { CommandForm, type Target } from './command-form';
import { Button } from '@/lib/ui/button';
import { Panel } from '@/lib/ui/panel';
import { Sub, Row } from '@/lib/ui/lists';
import { ACTIONS } from '@/lib/ui/layout';

const number = new Intl.NumberFormat('en-GB');

const SHAPES = { waiting: CircleDashed, running: LoaderCircle, answered: Check, failed: TriangleAlert } as const;

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
      {system.state === 'running' && <Sub>{t('systems.running')}</Sub>}
      {skipped.length > 0 && (
        <Sub>{t('systems.skipped', { titles: skipped.map(({ title }) => title).join(', ') })}</Sub>
      )}
    </Row>
  );
}

function amountOf(system: SystemView, empty: boolean): string {
  if (system.state === 'waiting') return t('systems.waiting');
  if (system.state === 'failed') return t('systems.noAnswer');
  return empty ? t('systems.nothing') : number.format(system.records);
}

/** A button for each system that did not answer. */
export function RetryForms({ systems, target }: { systems: readonly SystemView[]; target: Target }) {
  return (
    <div className={ACTIONS}>
      {systems
        .filter(({ state }) => state === 'failed')
        .map(({ id, name }) => (
          <CommandForm key={id} action={retrySourceAction} target={target}>
            <input type="hidden" name="systemId" value={id} />
            <Button look="main">{t('systems.retry', { system: name })}</Button>
          </CommandForm>
        ))}
    </div>
  );
}
