import { z } from 'zod';
import { choice, field, line } from '../fields/schema';
import { isAsked } from '../wishes';
import type { DraftAnswers } from '../answers';
import type { IntakeController } from '../offered';
import type { SubmittedAnswers } from '../schema';
import type { Question } from './question';

/** A receiver of the controller's configuration, as the page names it among its choices. */
const RECEIVER = /^receiver:/;

/** What the page offers: the person; each controller to which a copy can be sent straight; any other, which is looked into. */
export const receiversOffered = ({ receivers }: Pick<IntakeController, 'receivers'>): readonly string[] => [
  'self',
  ...receivers.map(({ id }) => `receiver:${id}`),
  'other',
];

/** The choice that an answer was. */
export const chosenReceiver = (answer: NonNullable<SubmittedAnswers['portability']>): string =>
  answer.to === 'receiver' ? `receiver:${answer.id}` : answer.to;

const receiver = line(200);
const address = line(300);

const answers = {
  /** Who gets the file: the person, a controller to which it can be sent straight, or another one, by its name and where it takes such files (Art. 20(2) GDPR). */
  portability: z
    .discriminatedUnion('to', [
      z.strictObject({ to: z.literal('self') }),
      z.strictObject({ to: z.literal('receiver'), id: z.string().min(1).max(40) }),
      z.strictObject({ to: z.literal('other'), receiver, address }),
    ])
    .optional(),
};

const typed = field(z.string());

export const PORTABILITY_QUESTION: Question<typeof answers> = {
  answers,
  concerns: ({ answers }) => isAsked('receiver', answers),
  isAnswered: ({ answers: { portability }, controller }) =>
    portability !== undefined && receiversOffered(controller).includes(chosenReceiver(portability)),
  page: ({ controller }) =>
    z
      .object({ receivedBy: choice(receiversOffered(controller)), receiver: typed, receiverAddress: typed })
      .transform(({ receivedBy, ...sent }, context): DraftAnswers => {
        if (receivedBy === 'self') return { portability: { to: 'self' } };
        if (RECEIVER.test(receivedBy)) return { portability: { to: 'receiver', id: receivedBy.replace(RECEIVER, '') } };
        const given = {
          receiver: receiver.safeParse(sent.receiver),
          receiverAddress: address.safeParse(sent.receiverAddress),
        };
        for (const [path, { error }] of Object.entries(given))
          for (const { message } of error?.issues ?? [])
            context.addIssue({ code: 'custom', path: [path], message, params: { max: 300, length: 301 } });
        return {
          portability: { to: 'other', receiver: given.receiver.data ?? '', address: given.receiverAddress.data ?? '' },
        };
      }),
  summary: ({ answers: { portability }, controller }) =>
    portability
      ? [
          {
            part: 'wanted',
            label: { key: 'portability.to' },
            value:
              portability.to === 'receiver'
                ? receiverNamed(portability.id, controller)
                : portability.to === 'self'
                  ? { said: [{ key: 'portability.self' }] }
                  : { written: `${portability.receiver}, ${portability.address}` },
          },
        ]
      : [],
  deskFacts: ({ portability }, controller) =>
    portability
      ? [
          {
            label: 'person.receiver',
            value:
              portability.to === 'receiver'
                ? receiverNamed(portability.id, controller)
                : portability.to === 'self'
                  ? { key: 'person.receivedBySelf' }
                  : { prose: `${portability.receiver}, ${portability.address}` },
          },
        ]
      : [],
};

/** A receiver as it is called; one that is configured no more by its id. */
const receiverNamed = (id: string, { receivers }: Pick<IntakeController, 'receivers'>) => ({
  named: [{ text: receivers.find((one) => one.id === id)?.name ?? id }],
});
