import { dataSubjectOf } from '@/lib/domain/intake/data-subject';
import type { DraftAnswers } from '@/lib/domain/intake/answers';
import type { Portal } from '../portal';

/** Whom somebody acts for, and whether there is anything to look for them by. */
export type ActedFor = { readonly name: string; readonly relation: string; readonly findable: boolean };

/** Null for whoever asks for themselves. */
export function subjectOf({
  forWhom,
  subject,
  email = '',
  name = '',
  identifiers = {},
}: DraftAnswers): ActedFor | null {
  if (forWhom === undefined || forWhom === 'self' || !subject) return null;
  const { identifiers: theirs } = dataSubjectOf({ forWhom, subject, email, name, identifiers });
  return { name: subject.name, relation: subject.relation, findable: Object.keys(theirs).length > 0 };
}

/** The steps in which we make sure whom we deal with; that there is none where no right asks for it (11 CCR 7060(b)). */
export const WhoYouAre = ({
  portal: { t },
  subject,
  identityNeeded,
}: {
  portal: Portal;
  subject: ActedFor | null;
  identityNeeded: boolean;
}) =>
  identityNeeded ? (
    <>
      {subject && !subject.findable && <li>{t('next.subject', { name: subject.name })}</li>}
      <li>{t(subject ? 'next.mandate' : 'next.identity')}</li>
    </>
  ) : (
    <li>{t('next.noCheck')}</li>
  );
