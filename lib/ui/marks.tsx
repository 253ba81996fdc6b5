import { Plus } from 'lucide-react';
import type { ControllerMark as Mark } from '@/lib/domain/controller/types';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** The controller's square; its colour comes from its accent, its name is there for everyone. */
export function ControllerMark({ controller, named = false }: { controller: Mark; named?: boolean }) {
  return (
    <>
      <span className="mark" data-controller={controller.id} title={controller.name} aria-hidden="true">
        {controller.name.slice(0, 1)}
      </span>
      {named ? controller.name : <span className="sr">{controller.name}</span>}
    </>
  );
}

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

export function Colleague({ name }: { name: string | null }) {
  if (name === null) {
    return (
      <span className="who faint">
        <span className="face face--none" aria-hidden="true">
          <Plus className="i" />
        </span>
        {t('who.nobody')}
      </span>
    );
  }
  return (
    <span className="who" title={name}>
      <span className="face" aria-hidden="true">
        {initials(name)}
      </span>
      {shortName(name)}
    </span>
  );
}
