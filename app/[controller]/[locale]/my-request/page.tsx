import type { Metadata } from 'next';
import { loadStatus, loadTold, requireSession } from '@/lib/features/requester/loaders';
import { Note } from '@/lib/ui/note';
import { Reading } from '@/lib/ui/reading';
import { Aside, Columns } from '../_parts/columns';
import { RightToObject } from '../_parts/right-to-object';
import { portal, type PortalParams } from '../portal';
import { Answer } from './_parts/answer';
import { CaseClock } from './_parts/case-clock';
import { Contents } from './_parts/contents';
import { Corrections } from './_parts/corrections';
import { Erasure } from './_parts/erasure';
import { Statements } from './_parts/statement';
import { IfYouDisagree } from './_parts/if-you-disagree';
import { Letters } from './_parts/letters';
import { Messages } from './_parts/messages';
import { Questions } from './_parts/questions';
import { Recipients } from './_parts/recipients';
import { RightsList } from './_parts/rights-list';
import { Search } from './_parts/search';
import { Sendings } from './_parts/sendings';
import { Story } from './_parts/story';
import { WhatYouCanDo } from './_parts/what-you-can-do';

type Props = { params: PortalParams; searchParams: Promise<{ written?: string; changed?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t, definition, locale } = await portal(params);
  await requireSession(definition.id, locale);
  return { title: t('status.pageTitle') };
}

/** One page that follows a request: the answer first, then when, what, who said what, and what happened. */
export default async function MyRequestPage({ params, searchParams }: Props) {
  const open = await portal(params);
  const { session, status } = await loadStatus(open.definition.id, open.locale);
  const at = new Date();
  const view = { portal: open, status, session, at };
  return (
    <Columns>
      <Reading className="@wide:col-start-1">
        {(await searchParams).changed !== undefined && <Note role="status">{open.t('contact.changed')}</Note>}
        <Answer {...view} />
        <Questions {...view} />
        <RightsList {...view} />
        <Statements {...view} />
        <Letters {...view} />
        <Corrections {...view} />
        <Sendings {...view} />
        <Erasure {...view} />
        <Recipients {...view} />
      </Reading>
      <Aside className="@wide:col-start-2 @wide:row-span-2 @wide:row-start-1" aria-labelledby="do">
        <WhatYouCanDo {...view} />
      </Aside>
      <Reading className="@wide:col-start-1 @wide:mt-11">
        {status.unfinished && <CaseClock {...view} />}
        <Contents {...view} />
        <Search {...view} />
        <Messages {...view} written={(await searchParams).written !== undefined} />
        <Story {...view} />
        <RightToObject portal={open} told={loadTold(status, open.locale, at)} />
        <IfYouDisagree {...view} />
      </Reading>
    </Columns>
  );
}
