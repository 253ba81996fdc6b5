'use client';

import { useEffect, useRef } from 'react';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { Key } from '@/lib/ui/words';
import { ACTIONS } from '@/lib/ui/layout';
import { Fact, Facts } from '@/lib/ui/lists';

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')];

const tickOf = (row: Element | null): HTMLInputElement | null =>
  row?.closest('tr')?.querySelector<HTMLInputElement>('[data-tick]') ?? null;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !target.hasAttribute('data-tick');

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
      a: () => document.querySelector<HTMLElement>('#bulk-to')?.focus(),
      '/': () => document.querySelector<HTMLElement>('#search')?.focus(),
      '?': () => help.current?.showModal(),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || help.current?.open) return;
      if (event.key === 'Escape')
        for (const tick of document.querySelectorAll<HTMLInputElement>('[data-tick]:checked')) tick.checked = false;
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
      <div
        className="sticky bottom-0 mt-auto flex flex-wrap gap-x-5 gap-y-1 border-t border-line bg-surface px-5 py-2 text-sm text-ink-2 @max-narrow:hidden print:hidden [&>span]:inline-flex [&>span]:items-center [&>span]:gap-[0.3rem]"
        aria-hidden="true"
      >
        <span>
          <Key>j</Key> <Key>k</Key> {t('keys.short.move')}
        </span>
        <span>
          <Key>↵</Key> {t('keys.short.enter')}
        </span>
        <span>
          <Key>x</Key> {t('keys.short.x')}
        </span>
        <span>
          <Key>a</Key> {t('keys.short.a')}
        </span>
        <span>
          <Key>/</Key> {t('keys.short.slash')}
        </span>
        <span>
          <Key>?</Key> {t('keys.short.help')}
        </span>
      </div>
      <dialog
        ref={help}
        className="m-auto w-[min(30rem,calc(100%-2rem))] rounded-lg border border-line bg-raised p-5 text-inherit shadow-dialog backdrop:bg-[#0006]"
        aria-labelledby="keys-title"
      >
        <h2 className="mb-3 text-lg leading-tight" id="keys-title">
          {t('keys.title')}
        </h2>
        <Facts>
          {keys.map((key) => (
            <Fact
              key={key}
              label={
                <>
                  <Key>{t(`keys.sign.${key}`)}</Key>
                </>
              }
            >
              {t(`keys.long.${key}`)}
            </Fact>
          ))}
        </Facts>
        <form method="dialog" className={`${ACTIONS} mt-3`}>
          <Button>{t('keys.close')}</Button>
        </form>
      </dialog>
    </>
  );
}
