'use client';

import { startTransition, useActionState } from 'react';
import type { LookAction } from '@/lib/features/cases/actions/with-look';
import { NOT_LOOKED } from '@/lib/features/cases/types/look';

/** A form whose letter can be looked at before it is sent: what stands in it stays while the letter is shown. */
export function useLook(action: LookAction) {
  const [state, submit, pending] = useActionState(action, NOT_LOOKED);
  const look = (event: React.MouseEvent<HTMLButtonElement>) => {
    event.preventDefault();
    const { form } = event.currentTarget;
    if (!form?.reportValidity()) return;
    const looking = new FormData(form);
    looking.set('look', 'yes');
    startTransition(() => submit(looking));
  };
  return { state, submit, pending, look };
}
