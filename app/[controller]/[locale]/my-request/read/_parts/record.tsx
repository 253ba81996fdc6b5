import type { CopyLine } from '@/lib/features/delivery/types';
import { Fold } from '@/lib/ui/fold';
import type { Portal } from '../../../portal';
import { Value } from './value';

type RecordProps = {
  readonly portal: Portal;
  readonly no: number;
  readonly alone: boolean;
  readonly lines: readonly CopyLine[];
};

/** One record: what is about the reader first, and what says something to the system only a click away. */
export function CopiedRecord({ portal: { t }, no, alone, lines }: RecordProps) {
  const [plain, technical] = [lines.filter((line) => !line.technical), lines.filter((line) => line.technical)];
  const list = (these: readonly CopyLine[]) => (
    <dl className="grid grid-cols-[minmax(7rem,12rem)_minmax(0,1fr)] gap-x-3 gap-y-[0.3rem] @max-phone:grid-cols-1">
      {these.map(({ name, title, shown }) => (
        <div key={name} className="contents">
          <dt className="text-sm text-ink-2">{title}</dt>
          <dd className="@max-phone:mb-2">
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
