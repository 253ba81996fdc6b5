import { Check, CircleDashed, LoaderCircle, Minus, TriangleAlert } from 'lucide-react';
import { retrySourceAction } from '@/lib/features/cases/actions/collection';
import type { SoughtWords } from '@/lib/domain/bundle/types';
import { SearchWords } from './search-words';
import type { SystemView } from '@/lib/features/cases/loaders/systems';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { CommandForm, type Target } from './command-form';

const number = new Intl.NumberFormat('en-GB');

const SHAPES = { waiting: CircleDashed, running: LoaderCircle, answered: Check, failed: TriangleAlert } as const;

/** Each system with what it has really answered: records kept so far, nothing, or why it did not answer; and by what it was asked. */
export function SystemsPanel({ systems, search }: { systems: readonly SystemView[]; search: SoughtWords | null }) {
  const answered = systems.filter(({ state }) => state === 'answered').length;
  return (
    <section className="panel" aria-labelledby="systems">
      <header>
        <h2 id="systems">{t('systems.heading')}</h2>
        {systems.length > 0 && (
          <span className="small muted">{t('systems.answered', { answered, all: systems.length })}</span>
        )}
      </header>
      {systems.length === 0 ? (
        <p className="muted">{t('systems.none')}</p>
      ) : (
        <ul className="rows">
          {systems.map((system) => (
            <SystemRow key={system.id} system={system} />
          ))}
        </ul>
      )}
      <SearchWords search={search} />
    </section>
  );
}

function SystemRow({ system }: { system: SystemView }) {
  const empty = system.state === 'answered' && system.records === 0;
  const Shape = empty ? Minus : SHAPES[system.state];
  const skipped = system.collections.filter(({ result }) => result === 'notApplicable');
  return (
    <li data-state={system.state === 'failed' ? 'soon' : undefined}>
      <Shape className="i" aria-hidden="true" />
      <span className={system.state === 'failed' ? 'strong5' : ''}>{system.name}</span>
      <span className="muted">{amountOf(system, empty)}</span>
      {system.state === 'failed' && (
        <span className="sub">
          {t('systems.failed', { reason: t(`failure.${system.failure ?? 'other'}`), attempts: system.attempts })}
        </span>
      )}
      {system.state === 'waiting' && system.failure && (
        <span className="sub">{t('systems.askedAgain', { reason: t(`failure.${system.failure}`) })}</span>
      )}
      {system.state === 'running' && <span className="sub">{t('systems.running')}</span>}
      {skipped.length > 0 && (
        <span className="sub">{t('systems.skipped', { titles: skipped.map(({ title }) => title).join(', ') })}</span>
      )}
    </li>
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
    <div className="actions">
      {systems
        .filter(({ state }) => state === 'failed')
        .map(({ id, name }) => (
          <CommandForm key={id} action={retrySourceAction} target={target}>
            <input type="hidden" name="systemId" value={id} />
            <button className="btn btn--main">{t('systems.retry', { system: name })}</button>
          </CommandForm>
        ))}
    </div>
  );
}
