import { OTHER_WAYS } from '@/lib/domain/case/reasons';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Group, Radios } from '@/lib/ui/option';

/** By which way something reached us outside the portal. */
export const WayChoice = ({ legend, chosen }: { legend: string; chosen: string | undefined }) => (
  <Group legend={legend}>
    <Radios name="way" of={OTHER_WAYS} chosen={chosen} label={(way) => t(`way.${way}`)} />
  </Group>
);
