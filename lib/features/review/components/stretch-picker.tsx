import { deskText as t } from '@/lib/platform/i18n/desk';
import type { Stretch } from './use-stretches';
import { Toolbar } from '@/lib/ui/toolbar';
import { Select } from '@/lib/ui/input';

const number = new Intl.NumberFormat('en-GB');

/** Which part of a list is shown that is too long for one page of a browser. */
export function StretchPicker({
  stretches,
  current,
  onPick,
}: {
  stretches: readonly Stretch[];
  current: Stretch;
  onPick: (no: number) => void;
}) {
  return (
    <Toolbar>
      <label htmlFor="stretch">{t('review.stretch')}</label>
      <Select
        width="line"
        id="stretch"

        value={current.no}
        onChange={(event) => onPick(Number(event.target.value))}
      >
        {stretches.map(({ no, from, length }) => (
          <option key={no} value={no}>
            {t('review.stretchOf', { first: number.format(from + 1), last: number.format(from + length) })}
          </option>
        ))}
      </Select>
    </Toolbar>
  );
}
