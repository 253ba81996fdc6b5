import { Title } from '@/lib/ui/reading';

/** The question of a page whose answer is one group of buttons: heading and legend at once. */
export const QuestionGroup = ({ question, children }: { question: React.ReactNode; children: React.ReactNode }) => (
  <fieldset className="min-w-0">
    <legend className="mb-5">
      <Title>{question}</Title>
    </legend>
    {children}
  </fieldset>
);
