'use client';

import { TriangleAlert } from 'lucide-react';
import { useActionState } from 'react';
import { placeHoldAction } from '@/lib/features/holds/actions';
import type { HoldsPage } from '@/lib/features/holds/loaders';
import { HOLD_REASON_MAX, NOTHING_TRIED } from '@/lib/features/holds/schema';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { describedBy, Field } from '@/lib/ui/field';
import { Fold } from '@/lib/ui/fold';
import { Input, TextArea } from '@/lib/ui/input';
import { STACK } from '@/lib/ui/layout';
import { Note } from '@/lib/ui/note';
import { Group, Option } from '@/lib/ui/option';

type Props = { readonly controller: HoldsPage['controllers'][number]; readonly grounds: HoldsPage['grounds'] };

/** Holds one case by its reference, or collections for everybody, with the ground, the reason and the last day. */
export function PlaceForm({ controller, grounds }: Props) {
  const [state, submit, pending] = useActionState(placeHoldAction, NOTHING_TRIED);
  const { typed, problem } = state;
  const id = (part: string) => `hold-${part}-${controller.id}`;
  const reasonHint = t('holds.form.reasonHint', { max: HOLD_REASON_MAX });
  const untilHint = t('holds.form.untilHint');
  return (
    <form action={submit} className={STACK} key={state.turn} noValidate>
      <input type="hidden" name="controllerId" value={controller.id} />
      {problem && (
        <Note tone="refused" icon={TriangleAlert} role="alert" data-refused={problem.mark}>
          {t(`holds.problem.${problem.key}`)}
        </Note>
      )}
      <Field id={id('reference')} label={t('holds.form.reference')}>
        <Input
          width="short"
          id={id('reference')}
          name="reference"
          autoComplete="off"
          defaultValue={typed.reference?.[0] ?? ''}
        />
      </Field>
      <Fold open={(typed.collections ?? []).length > 0} summary={t('holds.form.collections')}>
        <Group legend={t('holds.form.collectionsLegend')}>
          {controller.collections.map(({ id: collection, title }) => (
            <Option
              key={collection}
              type="checkbox"
              name="collections"
              value={collection}
              defaultChecked={typed.collections?.includes(collection)}
            >
              {title}
            </Option>
          ))}
        </Group>
      </Fold>
      <Group legend={t('holds.form.ground')}>
        {grounds.map((ground) => (
          <Option
            key={ground.id}
            type="radio"
            name="groundId"
            value={ground.id}
            defaultChecked={typed.groundId?.[0] === ground.id}
            hint={ground.citation}
          >
            {t(`holds.ground.${ground.id}`)}
          </Option>
        ))}
      </Group>
      <Field id={id('reason')} label={t('holds.form.reason')} hint={reasonHint}>
        <TextArea
          id={id('reason')}
          name="reason"
          rows={2}
          defaultValue={typed.reason?.[0] ?? ''}
          aria-describedby={describedBy({ id: id('reason'), hint: reasonHint })}
        />
      </Field>
      <Field id={id('until')} label={t('holds.form.until')} hint={untilHint}>
        <Input
          width="day"
          type="date"
          id={id('until')}
          name="until"
          defaultValue={typed.until?.[0] ?? ''}
          aria-describedby={describedBy({ id: id('until'), hint: untilHint })}
        />
      </Field>
      <Button look="main" aria-disabled={pending}>
        {t('holds.form.button')}
      </Button>
    </form>
  );
}
