import { summaryOf } from '@/lib/domain/intake/summary';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { publicReason } from '@/lib/domain/clock/describe';
import { loadReceipt, loadReceiptFacts } from '@/lib/features/receipt/loaders';
import { env } from '@/lib/platform/env';
import { dateTimeAndZone, longDate } from '@/lib/platform/i18n/dates';
import { type Portal, portal, type PortalParams } from '../../portal';
import { contactWords } from '../../request/problem-text';
import { answerText, labelOf } from '../../request/summary-text';

type Sent = NonNullable<Awaited<ReturnType<typeof loadReceiptFacts>>>;

/** What the receipt says: who got it, when, what was asked in whose words, and by when it is answered. */
function paragraphsOf(open: Portal, { reference, receivedAt, answers, clock, rights }: Sent): string[] {
  const { t, law, locale, definition, intake } = open;
  const on = localDateOf(receivedAt.toISOString(), definition.timezone);
  const { wanted, person, you } = summaryOf({ answers, controller: intake, on });
  const part = (heading: string, rows: typeof wanted): string[] =>
    rows.length === 0
      ? []
      : [
          [
            t(`check.${heading}`).toLocaleUpperCase(locale),
            ...rows.map(({ label, value }) => `${labelOf(open, label)}: ${answerText(open, value)}`),
          ].join('\n'),
        ];
  const days = rights.flatMap(({ right, lastDayOn }) =>
    lastDayOn ? [`${law(`right.${right}.plain`)}: ${longDate(lastDayOn, locale)}`] : [],
  );
  return [
    `${definition.legalName}\n${t('receipt.title', { reference })}`,
    t('receipt.received', { at: dateTimeAndZone(receivedAt, locale, definition.timezone) }),
    ...part('wanted', wanted),
    ...part('person', person),
    ...part('you', you),
    [t('receipt.by'), ...new Set(days)].join('\n'),
    publicReason(clock, law),
    t('receipt.contact', { contact: contactWords(open) }),
  ];
}

/** A receipt to keep, for whoever sent the request from this browser or has opened it in it. */
export async function GET(_request: Request, { params }: { params: PortalParams }): Promise<Response> {
  const open = await portal(params);
  const { definition, locale, home } = open;
  const sent = await loadReceiptFacts(definition.id);
  if (!sent) return Response.redirect(`${env().BASE_URL}${home}/find`, 303);
  const zip = await loadReceipt(definition.id, sent, locale, paragraphsOf(open, sent));
  return new Response(new Uint8Array(zip), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${sent.reference}-receipt.zip"`,
      'cache-control': 'no-store',
    },
  });
}
