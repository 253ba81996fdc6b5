import { localDateOf } from '@/lib/domain/calendar/local-date';
import type { RightId } from '@/lib/domain/law/types';
import { RIGHT_DOING } from '@/lib/domain/law/right-doing';
import { isLocale } from '@/lib/domain/locale';
import { categoriesStatement } from '@/lib/domain/statement/categories';
import { marketingStatement } from '@/lib/domain/statement/marketing';
import type { Statement } from '@/lib/domain/statement/types';
import { statementSchema } from '@/lib/features/case-file/schema/statement';
import { controller } from '@/lib/platform/controllers/registry';
import { translator } from '@/lib/platform/i18n/translator';
import { type CaseKey, openJson } from '@/lib/platform/vault/case-key';

type Asked = { readonly controllerId: string; readonly receivedAt: Date; readonly locale: string };

/** What the data map as it stands now answers to a right; null for a right that no statement answers, and where the map leaves it open. */
export function statementFor({ controllerId, receivedAt, locale }: Asked, right: RightId): Statement | null {
  const { statement } = RIGHT_DOING[right];
  if (statement === undefined || !isLocale(locale)) return null;
  const { definition, dataMap } = controller(controllerId);
  if (statement === 'categories') {
    const t = translator(locale, 'answer');
    return categoriesStatement(dataMap, definition, locale, (kind) => t(`statement.recipient.${kind}`));
  }
  const receivedOn = localDateOf(receivedAt.toISOString(), definition.timezone);
  return marketingStatement(dataMap, definition, Number(receivedOn.slice(0, 4)) - 1, locale);
}

/** A statement that was given, opened. */
export const statementOf = (
  { id, sealedStatement }: { readonly id: string; readonly sealedStatement: Uint8Array },
  key: CaseKey,
): Statement => statementSchema.parse(openJson(key, sealedStatement, `statement:${id}`));
