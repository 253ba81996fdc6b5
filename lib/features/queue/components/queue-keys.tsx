'use client';

import { useEffect, useRef } from 'react';
import { deskText as t } from '@/lib/platform/i18n/desk';

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')];

const tickOf = (row: Element | null): HTMLInputElement | null =>
  row?.closest('tr')?.querySelector<HTMLInputElement>('.tick') ?? null;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !target.classList.contains('tick');

function move(step: 1 | -1): void {
  const all = rows();
  const here = all.findIndex((row) => row.closest('tr')?.contains(document.activeElement));
  const to = here === -1 ? (step === 1 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + step));
  all[to]?.focus();
}

/** Keys for those who live in the queue. Everything they do can be done without them. */
export function QueueKeys() {
  const help = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const actions: Record<string, () => void> = {
      j: () => move(1),
      k: () => move(-1),
      x: () => tickOf(document.activeElement)?.click(),
      a: () => document.querySelector<HTMLElement>('.bulk select')?.focus(),
      '/': () => document.querySelector<HTMLElement>('#search')?.focus(),
      '?': () => help.current?.showModal(),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || help.current?.open) return;
      if (event.key === 'Escape')
        for (const tick of document.querySelectorAll<HTMLInputElement>('.tick:checked')) tick.checked = false;
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const keys = ['j', 'k', 'enter', 'x', 'a', 'slash', 'escape', 'help'] as const;
  return (
    <>
      <div className="keys" aria-hidden="true">
        <span>
          <kbd>j</kbd> <kbd>k</kbd> {t('keys.short.move')}
        </span>
        <span>
          <kbd>↵</kbd> {t('keys.short.enter')}
        </span>
        <span>
          <kbd>x</kbd> {t('keys.short.x')}
        </span>
        <span>
          <kbd>a</kbd> {t('keys.short.a')}
        </span>
        <span>
          <kbd>/</kbd> {t('keys.short.slash')}
        </span>
        <span>
          <kbd>?</kbd> {t('keys.short.help')}
        </span>
      </div>
      <dialog ref={help} className="dialog" aria-labelledby="keys-title">
        <h2 id="keys-title">{t('keys.title')}</h2>
        <dl className="facts">
          {keys.map((key) => (
            <div key={key} className="facts__row">
              <dt>
                <kbd>{t(`keys.sign.${key}`)}</kbd>
              </dt>
              <dd>{t(`keys.long.${key}`)}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog" className="actions mt">
          <button className="btn">{t('keys.close')}</button>
        </form>
      </dialog>
    </>
  );
}
