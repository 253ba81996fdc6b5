import { chosenReceiver, receiversOffered } from '@/lib/domain/intake/questions/portability';
import { Choice } from '@/lib/ui/choice';
import { TextField } from '@/lib/ui/field';
import type { Asked } from '../asked';
import { QuestionGroup } from './question-group';

export function Portability(page: Asked) {
  const { portal, answers, chosen, field } = page;
  const { t, intake, locale } = portal;
  return (
    <QuestionGroup question={t('question.portability.title')}>
      <Choice
        {...field('receivedBy')}
        kind="radio"
        name="receivedBy"
        chosen={chosen('receivedBy', answers.portability ? [chosenReceiver(answers.portability)] : [])}
        options={receiversOffered(intake).map((to) => {
          const receiver = intake.receivers.find(({ id }) => to === `receiver:${id}`);
          if (receiver) return { value: to, label: receiver.name[locale], hint: t('portability.receiverHint') };
          const word = to === 'self' ? 'self' : 'other';
          return {
            value: to,
            label: t(`portability.${word}`),
            hint: t(`portability.${word}Hint`),
            ...(word === 'other' && { more: <Receiver {...page} /> }),
          };
        })}
      />
    </QuestionGroup>
  );
}

function Receiver({ portal: { t }, answers: { portability }, value, field }: Asked) {
  const kept = portability?.to === 'other' ? portability : undefined;
  return (
    <div className="space-y-5">
      <TextField
        {...field('receiver')}
        label={t('portability.receiver')}
        value={value('receiver', kept?.receiver)}
        autoComplete="off"
      />
      <TextField
        {...field('receiverAddress')}
        label={t('portability.address')}
        hint={t('portability.addressHint')}
        value={value('receiverAddress', kept?.address)}
        autoComplete="off"
      />
    </div>
  );
}
