import { Plus } from 'lucide-react';
import type { ControllerMark as Mark } from '@/lib/domain/controller/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Icon } from './icon';

/** The controller's square; its colour comes from its accent, its name is there for everyone. */
export function ControllerMark({ controller, named = false }: { controller: Mark; named?: boolean }) {
  return (
    <>
      <span
        className="inline-grid size-5 shrink-0 place-items-center rounded-sm bg-accent align-middle text-[0.75rem]/none font-bold text-on-accent"
        data-controller={controller.id}
        title={controller.name}
        aria-hidden="true"
      >
        {controller.name.slice(0, 1)}
      </span>
      {named ? controller.name : <span className="sr-only">{controller.name}</span>}
    </>
  );
}

/** A number that people read out and write down. */
export const Reference = ({ children }: { children: React.ReactNode }) => (
  <span className="font-medium tracking-[0.02em] whitespace-nowrap" data-reference>
    {children}
  </span>
);

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.slice(0, 1))
    .join('')
    .slice(0, 2)
    .toUpperCase();

/** "É. Thill": as much of a colleague's name as a row has room for. */
export const shortName = (name: string): string => {
  const [first = '', ...rest] = name.split(/\s+/);
  return rest.length === 0 ? first : `${first.slice(0, 1)}.\u00A0${rest.at(-1)}`;
};

const FACE =
  'inline-grid size-6 shrink-0 place-items-center rounded-full border border-line-strong bg-surface text-[0.6875rem] font-bold';

/** Who has something in hand, or that nobody has. */
export const Colleague = ({ name }: { name: string | null }) =>
  name === null ? (
    <span className="inline-flex items-center gap-[0.4rem] align-middle text-ink-3">
      <span className={`${FACE} border-dashed text-ink-2`} aria-hidden="true">
        <Icon of={Plus} />
      </span>
      {t('who.nobody')}
    </span>
  ) : (
    <span className="inline-flex items-center gap-[0.4rem] align-middle" title={name}>
      <span className={`${FACE} text-ink-2`} aria-hidden="true">
        {initials(name)}
      </span>
      {shortName(name)}
    </span>
  );
