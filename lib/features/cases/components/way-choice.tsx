import { OTHER_WAYS } from '@/lib/domain/case/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Option, Group } from '@/lib/ui/option';

/** By which way something reached us outside the portal. */
export const WayChoice = ({ legend, chosen }: { legend: string; chosen: string | undefined }) => (
  <Group legend={legend}>
    {OTHER_WAYS.map((way) => (
      <Option key={way} type="radio" name="way" value={way} required defaultChecked={chosen === way}>
        {t(`way.${way}`)}
      </Option>
    ))}
  </Group>
);
