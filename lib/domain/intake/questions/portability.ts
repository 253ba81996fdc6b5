import { z } from 'zod';
import { choice, field, line } from '../fields/schema';
import { isAsked } from '../wishes';
import type { Question } from './question';

export const RECEIVERS = ['self', 'other'] as const;

const receiver = line(200);
const address = line(300);

const answers = {
  /** Who gets the file: the person, or another controller, by its name and where it takes such files (Art. 20(2) GDPR). */
  portability: z
    .discriminatedUnion('to', [
      z.strictObject({ to: z.literal('self') }),
      z.strictObject({ to: z.literal('other'), receiver, address }),
    ])
    .optional(),
};

const typed = field(z.string());

export const PORTABILITY_QUESTION: Question<typeof answers> = {
  answers,
  concerns: ({ answers }) => isAsked('receiver', answers),
  isAnswered: ({ answers: { portability } }) => portability !== undefined,
  page: () =>
    z
      .object({ receivedBy: choice(RECEIVERS), receiver: typed, receiverAddress: typed })
      .transform(({ receivedBy: to, ...sent }, context) => {
        if (to === 'self') return { portability: { to } };
        const given = {
          receiver: receiver.safeParse(sent.receiver),
          receiverAddress: address.safeParse(sent.receiverAddress),
        };
        for (const [path, { error }] of Object.entries(given))
          for (const { message } of error?.issues ?? [])
            context.addIssue({ code: 'custom', path: [path], message, params: { max: 300, length: 301 } });
        return { portability: { to, receiver: given.receiver.data ?? '', address: given.receiverAddress.data ?? '' } };
      }),
  summary: ({ answers: { portability } }) =>
    portability
      ? [
          {
            part: 'wanted',
            label: { key: 'portability.to' },
            value:
              portability.to === 'self'
                ? { said: [{ key: 'portability.self' }] }
                : { written: `${portability.receiver}, ${portability.address}` },
          },
        ]
      : [],
  deskFacts: ({ portability }) =>
    portability
      ? [
          {
            label: 'person.receiver',
            value:
              portability.to === 'self'
                ? { key: 'person.receivedBySelf' }
                : { prose: `${portability.receiver}, ${portability.address}` },
          },
        ]
      : [],
};
