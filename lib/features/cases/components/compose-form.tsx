'use client';

import { useActionState, useState } from 'react';
import { FILE_ENDINGS, FILES_BYTES, MOST_FILES } from '@/lib/domain/files/take';
import { writeAction } from '@/lib/features/cases/actions/conversation';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type Target, TargetFields } from './command-form';
import { Refusal } from './refusal';
import { Button } from '@/lib/ui/button';
import { Input } from '@/lib/ui/input';
import { InlineOption } from '@/lib/ui/option';

/** Writes to the requester, or a note for the desk. The two must not be taken for one another, so the choice is said in words above the button. */
export function ComposeForm({
  target,
  name,
  language,
  canWrite,
}: {
  target: Target;
  name: string;
  language: string;
  canWrite: boolean;
}) {
  const [state, submit, pending] = useActionState(writeAction, NOTHING_TRIED);
  const [audience, setAudience] = useState(canWrite ? 'requester' : 'desk');
  return (
    <form action={submit} className="mb-6 rounded-lg border border-line-strong print:hidden">
      <TargetFields target={target} />
      <textarea
        key={state.turn}
        name="body"
        className="block min-h-15 w-full resize-y rounded-lg px-3.5 py-3 placeholder:text-ink-3 placeholder:opacity-100"
        rows={2}
        maxLength={4000}
        required
        defaultValue={state.typed.body?.[0] ?? ''}
        aria-label={t(`compose.label.${audience}`, { name })}
        placeholder={t(`compose.hint.${audience}`, { name, language })}
      />
      {canWrite && (
        <label className={audience === 'requester' ? 'block px-3.5 pb-3 text-sm' : 'hidden'}>
          <span className="block font-medium">{t('compose.files')}</span>
          <span className="block text-ink-2">
            {t('compose.filesHint', { most: MOST_FILES, megabytes: FILES_BYTES / 1024 / 1024 })}
          </span>
          <Input type="file" name="files" multiple accept={FILE_ENDINGS.join(',')} />
        </label>
      )}
      <Refusal state={state} className="m-2" />
      <footer className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-1.5 ps-3.5 pe-2 text-sm">
        {canWrite && (
          <InlineOption
            type="radio"
            name="audience"
            value="requester"
            checked={audience === 'requester'}
            onChange={() => setAudience('requester')}
          >
            {t('compose.message')}
          </InlineOption>
        )}
        <InlineOption
          type="radio"
          name="audience"
          value="desk"
          checked={audience === 'desk'}
          onChange={() => setAudience('desk')}
        >
          {t('compose.note')}
        </InlineOption>
        <Button size="small" className="ms-auto" aria-disabled={pending}>
          {t(`compose.send.${audience}`)}
        </Button>
      </footer>
    </form>
  );
}
