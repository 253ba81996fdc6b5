'use client';

// What the last form of this page sent. A script sends it without leaving the page, and would lose it with the page.
let last: FormData | null = null;

/** Keeps what forms send, from when the page stands. */
export function watchForms(): () => void {
  const keep = (event: SubmitEvent) => {
    if (event.target instanceof HTMLFormElement) last = new FormData(event.target, event.submitter);
  };
  document.addEventListener('submit', keep, true);
  return () => document.removeEventListener('submit', keep, true);
}

/** Sends the same as the browser itself would, so that the server can answer with the page as it is now and what was typed. */
export function sendAsBrowser(): void {
  if (!last) return;
  const form = document.createElement('form');
  form.method = 'post';
  form.enctype = 'multipart/form-data';
  form.hidden = true;
  // A name that no action has: what the form was sent to is gone.
  const fields = [...last].filter(([name]) => !name.startsWith('$')).concat([[`$ACTION_ID_${'0'.repeat(42)}`, '']]);
  for (const [name, value] of fields) {
    if (typeof value !== 'string') continue;
    const field = document.createElement('textarea');
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
