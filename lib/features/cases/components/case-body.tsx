import { addDays } from '@/lib/domain/calendar/local-date';
import type { CasePage } from '@/lib/features/cases/types/page';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { languageNames } from '@/lib/platform/i18n/language-name';
import { ClockPanel } from './clock-panel';
import { ComposeForm } from './compose-form';
import { EraseAgain } from './erasure-forms';
import { ErasurePanel } from './erasure-plan';
import { PersonPanels } from './person-panels';
import { RecipientForms } from './recipient-forms';
import { RecipientsPanel } from './recipients-panel';
import { RefreshWhile } from './refresh-while';
import { RestrictionPanel } from './restriction-panel';
import { RightsPanel } from './rights-panel';
import { StoryList } from './story-list';
import { SystemsPanel } from './systems-panel';
import { Split } from '@/lib/ui/split';
import { PANEL } from '@/lib/ui/panel';

const RUNNING = new Set(['collecting', 'preparing']);
const ERASING = new Set(['planning', 'running']);

/** Something goes on by itself and is over in a moment: systems answer, a copy is made, a mail that counts leaves. One that is delayed is not. */
const runs = ({ current, steps, erasure, restriction }: CasePage): boolean =>
  RUNNING.has(current.state) ||
  ERASING.has(erasure?.state ?? '') ||
  steps.some(({ key }) => key === 'awaitEffects') ||
  restriction?.lifts.some(({ state, byPerson }) => !byPerson && (state === 'waiting' || state === 'running')) ===
    true ||
  (steps.some(({ key }) => key === 'awaitNotice') && current.notices.some(({ state }) => state === 'queued'));

// So long somebody who is told that a restriction ends has to say that they do not agree, unless the desk names another day.
const DAYS_TO_ANSWER = 14;

/** Left the story, right the facts. Without `forms` nothing in it can be changed. */
export function CaseBody({ page, forms, me = '' }: { page: CasePage; forms: boolean; me?: string }) {
  const { current, answers } = page;
  const requester = answers?.name ?? t('who.requester');
  const language = languageNames([current.locale], 'en');
  const target = { caseId: current.id, seenVersion: current.version };
  return (
    <Split
      label={t('case.facts')}
      aside={
        <>
          <RightsPanel page={page} forms={forms} me={me} />
          {page.erasure && page.erasure.systems.length > 0 && (
            <ErasurePanel
              erasure={page.erasure}
              timezone={page.timezone}
              isAbove={forms && page.steps.some(({ key }) => key === 'approveErasure')}
            >
              {forms && page.erasure.state === 'proved' && current.state !== 'closed' && <EraseAgain target={target} />}
            </ErasurePanel>
          )}
          {page.restriction && (
            <RestrictionPanel
              restriction={page.restriction}
              target={forms && answers ? target : null}
              days={{ first: addDays(page.today, 1), proposed: addDays(page.today, DAYS_TO_ANSWER) }}
              lang={current.locale}
              language={language}
            />
          )}
          {page.recipients.length > 0 && (
            <RecipientsPanel recipients={page.recipients}>
              {forms && current.state === 'closed' && (
                <RecipientForms
                  recipients={page.recipients.filter(({ step }) => step === 'lifted')}
                  target={target}
                  today={page.today}
                  language={language}
                />
              )}
            </RecipientsPanel>
          )}
          <ClockPanel page={page} />
          <SystemsPanel systems={page.systems} search={page.search} />
          <PersonPanels page={page} area={forms ? 'desk' : 'dpo'} />
        </>
      }
    >
      <RefreshWhile running={runs(page)} />
      <section className={PANEL} aria-labelledby="story">
        <h2 className="sr-only" id="story">
          {t('story.heading')}
        </h2>
        {forms && answers && (
          <ComposeForm target={target} name={answers.name} language={language} canWrite={current.state !== 'closed'} />
        )}
        <StoryList
          story={page.story}
          requester={requester}
          timezone={page.timezone}
          letters={forms ? `/desk/cases/${current.id}/letters` : null}
          files={forms ? `/desk/cases/${current.id}/files` : null}
        />
      </section>
    </Split>
  );
}
