import { OTHER_WAYS } from '@/lib/domain/case/types';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** By which way something reached us outside the portal. */
export const WayChoice = ({ legend, chosen }: { legend: string; chosen: string | undefined }) => (
  <fieldset>
    <legend>{legend}</legend>
    {OTHER_WAYS.map((way) => (
      <label key={way} className="opt">
        <input type="radio" name="way" value={way} required defaultChecked={chosen === way} />
        <span>{t(`way.${way}`)}</span>
      </label>
    ))}
  </fieldset>
);
