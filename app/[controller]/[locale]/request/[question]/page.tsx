import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Button } from '@/lib/ui/button';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { ACTIONS } from '@/lib/ui/layout';
import { Note } from '@/lib/ui/note';
import { Reading } from '@/lib/ui/reading';
import { PageForm } from '@/app/_ui/page-form';
import { journey } from '@/lib/domain/intake/journey';
import { type QuestionId, QUESTIONS } from '@/lib/domain/intake/questions';
import { offeredRights } from '@/lib/domain/intake/offered';
import { answerAction } from '@/lib/features/drafts/actions';
import { loadDraft, loadOptOutSignal } from '@/lib/features/drafts/loaders';
import { NOTHING_YET } from '@/lib/features/drafts/types';
import { Back } from '../../_parts/back';
import { Discard } from '../../_parts/discard';
import { Hidden } from '../../_parts/hidden';
import { portal } from '../../portal';
import { asked } from '../asked';
import { problemText } from '../problem-text';
import { QUESTION_PARTS } from '../questions';

type Props = {
  params: Promise<{ controller: string; locale: string; question: string }>;
  searchParams: Promise<{ expired?: string }>;
};

const questionOf = (text: string): QuestionId => QUESTIONS.find((question) => question === text) ?? notFound();

async function load(params: Props['params']) {
  const [open, { question: text }] = [await portal(params), await params];
  const question = questionOf(text);
  const draft = await loadDraft(open.definition.id);
  const content = draft.state === 'open' ? draft.content : NOTHING_YET;
  return {
    open,
    question,
    expired: draft.state === 'expired',
    draftKept: draft.state === 'open',
    content,
    page: asked(open, question, content, await loadOptOutSignal()),
  };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { open, question, page } = await load(params);
  const title = open.t(`question.${question}.title`, {
    forWhom: page.answers.forWhom ?? 'self',
    name: page.answers.subject?.name ?? '',
  });
  return { title: page.problems.length > 0 ? open.t('errors.pageTitle', { title }) : title };
}

export default async function QuestionPage({ params, searchParams }: Props) {
  const { open, question, expired, draftKept, content, page } = await load(params);
  const { t, home, intake, todayOn } = open;
  const way = journey(content.answers, intake, todayOn);
  if (!way.canVisit(question)) redirect(`${home}/request/${way.next}${expired ? '?expired=1' : ''}`);
  const previous = way.previous(question);
  const Question = QUESTION_PARTS[question];
  // Where the law gives nothing to choose from, the page says so and whom to write to; going on would lead nowhere.
  const asks = question !== 'rights' || offeredRights(content.answers, intake, todayOn).length > 0;
  return (
    <>
      <Back portal={open} href={previous ? `${home}/request/${previous}` : home} />
      <Reading>
        {page.problems.length > 0 && (
          <ErrorSummary
            title={t('errors.title', { count: page.problems.length })}
            problems={page.problems.map((problem) => ({ href: `#${problem.field}`, text: problemText(open, problem) }))}
          />
        )}
        {'expired' in (await searchParams) && <Note role="status">{t('draft.expired')}</Note>}
        <PageForm action={answerAction}>
          <Hidden portal={open} />
          <input type="hidden" name="question" value={question} />
          <Question {...page} />
          {asks && (
            <p className={`${ACTIONS} mt-9`}>
              <Button look="main" type="submit">
                {t('frame.continue')}
              </Button>
            </p>
          )}
        </PageForm>
        {draftKept && <Discard portal={open} />}
      </Reading>
    </>
  );
}
