import { LetterSheet } from '@/lib/features/cases/components/letter-sheet';
import type { LetterPreview } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Panel } from '@/lib/ui/panel';

/** The letters that leave once a second person has agreed, each as the person will have it: on their page, by mail and as a PDF. */
export const Letters = ({ of, caseId }: { of: readonly LetterPreview[]; caseId: string }) =>
  of.map((preview) => (
    <Panel key={preview.id} id={`letter-${preview.id}`} heading={t(`letter.heading.${preview.id}`)}>
      <LetterSheet of={preview} uncounted={preview.uncounted} file={`/desk/cases/${caseId}/letters/${preview.id}`} />
    </Panel>
  ));
