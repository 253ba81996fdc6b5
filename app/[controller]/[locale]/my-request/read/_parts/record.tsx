import { shownValue } from '@/lib/documents/shown-value';
import { columnsOf } from '@/lib/domain/bundle/columns';
import type { BundleField } from '@/lib/domain/bundle/types';
import type { DataRecord } from '@/lib/domain/records/json-text';
import { translator } from '@/lib/platform/i18n/translator';
import { Fold } from '@/lib/ui/fold';
import type { Portal } from '../../../portal';
import { Value } from './value';

type RecordProps = {
  readonly portal: Portal;
  readonly no: number;
  readonly alone: boolean;
  readonly record: DataRecord;
  readonly fields: readonly BundleField[];
};

const UNKNOWN = { unit: null, values: {}, technical: false } as const;

/** One record: what is about the reader first, and what says something to the system only a click away. */
export function CopiedRecord({ portal: { t, locale }, no, alone, record, fields }: RecordProps) {
  const words = { locale, t: translator(locale, 'bundle') };
  const known = new Map(fields.map((field) => [field.name, field]));
  const lines = columnsOf(fields, Object.keys(record)).map(({ name, title }) => {
    const field = known.get(name) ?? UNKNOWN;
    const shown = shownValue(Object.hasOwn(record, name) ? record[name] : null, field, words);
    return { name, title, technical: field.technical, shown };
  });
  const [plain, technical] = [lines.filter((line) => !line.technical), lines.filter((line) => line.technical)];
  const list = (these: typeof lines) => (
    <dl className="max-phone:grid-cols-1 grid grid-cols-[minmax(7rem,12rem)_minmax(0,1fr)] gap-x-3 gap-y-[0.3rem]">
      {these.map(({ name, title, shown }) => (
        <div key={name} className="contents">
          <dt className="text-sm text-ink-2">{title}</dt>
          <dd className="max-phone:mb-2">
            <Value shown={shown} empty={t('read.empty')} />
          </dd>
        </div>
      ))}
    </dl>
  );
  return (
    <li className="space-y-3 border-t border-line pt-4">
      {!alone && <h2 className="text-md">{t('read.record', { no })}</h2>}
      {list(plain)}
      {technical.length > 0 && (
        <Fold summary={t('read.technical')} small>
          {list(technical)}
        </Fold>
      )}
    </li>
  );
}
