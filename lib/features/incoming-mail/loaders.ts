import 'server-only';
import { WISHES, type WishId } from '@/lib/domain/law/wishes';
import { recordReading } from '@/lib/features/log/mutations/reading';
import { seesController } from '@/lib/features/staff/ability';
import type { Staff } from '@/lib/features/staff/types/staff';
import { controller } from '@/lib/platform/controllers/registry';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { countWaiting, type WaitingMail, waitingMail, waitingMails } from './data';

export type MailView = {
  readonly id: string;
  readonly receivedAt: Date;
  readonly controller: { readonly id: string; readonly name: string; readonly timezone: string };
  readonly from: string;
  readonly subject: string;
  /** What it seems to ask for, in words; empty where nothing was recognised. */
  readonly wishes: readonly string[];
};

/** What a mail gives to the form on which it is entered, each by the name of its field. */
export type Prefilled = Readonly<Record<string, string | readonly string[]>>;

export type WholeMail = MailView & {
  readonly address: string;
  readonly text: string;
  readonly attachments: number;
  readonly californian: boolean;
  readonly theirReference: string | null;
  readonly caseReference: string | null;
};

const wishName = (wish: WishId): string => t(`right.${WISHES[wish][0]}`);

function viewOf({ id, controllerId, receivedAt, mail }: WaitingMail): MailView {
  const { definition } = controller(controllerId);
  return {
    id,
    receivedAt,
    controller: { id: controllerId, name: definition.name, timezone: definition.timezone },
    from: mail.from?.name || mail.from?.address || t('mails.nobody'),
    subject: mail.subject || t('mails.noSubject'),
    wishes: mail.recognised.wishes.map(wishName),
  };
}

export const loadMails = async (staff: Staff): Promise<readonly MailView[]> =>
  (await waitingMails(staff.controllerIds)).map(viewOf);

export const loadMailCount = (staff: Staff): Promise<number> => countWaiting(staff.controllerIds);

/** The whole mail, for somebody who sees that controller; the log says that it was read. */
export async function loadMail(staff: Staff, id: string): Promise<WholeMail | null> {
  const found = await waitingMail(id);
  if (!found || !seesController(staff, found.controllerId)) return null;
  await recordReading(
    staff.id,
    { controllerId: found.controllerId },
    { kind: 'IncomingMailRead', data: { mailId: id } },
  );
  const { mail } = found;
  const { californian, theirReference, caseReference } = mail.recognised;
  return {
    ...viewOf(found),
    address: mail.from?.address ?? '',
    text: mail.text,
    attachments: mail.attachments,
    californian,
    theirReference,
    caseReference,
  };
}

/** What the mail says, as the form takes it; null where it waits no more, or is to another controller. */
export async function loadPrefilled(staff: Staff, id: string, controllerId: string): Promise<Prefilled | null> {
  const found = await waitingMail(id);
  if (!found || found.controllerId !== controllerId || !seesController(staff, controllerId)) return null;
  const { from, subject, text, recognised } = found.mail;
  const { definition } = controller(controllerId);
  return {
    channel: 'email',
    receivedOn: new Intl.DateTimeFormat('sv', { timeZone: definition.timezone }).format(found.receivedAt),
    forWhom: 'self',
    name: recognised.name ?? from?.name ?? '',
    email: from?.address ?? '',
    rights: recognised.wishes,
    details: [subject, text].filter(Boolean).join('\n\n').slice(0, 4000),
    ...(recognised.language !== null && { locale: recognised.language }),
  };
}
