import { acceptIdentityAction } from '@/lib/features/cases/actions/identity';
import { IDENTITY_METHODS, STRONG_METHODS } from '@/lib/domain/case/types';
import type { AccountMatch } from '@/lib/features/cases/data/account-match';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { CommandForm, type Target } from './command-form';
import { Group, Radios } from '@/lib/ui/option';
import { STACK } from '@/lib/ui/layout';
import { Button } from '@/lib/ui/button';

/** How the desk came to believe who asks, from the lightest means. What the accounts say chooses the first answer. */
export function IdentityForm({ target, match, main }: { target: Target; match: AccountMatch; main: boolean }) {
  const chosen = match === 'account' ? 'confirmedEmailOfAccount' : null;
  const strongOnly = match === 'forAnother';
  const offered = strongOnly
    ? STRONG_METHODS
    : IDENTITY_METHODS.filter((method) => method !== 'confirmedEmailOfAccount' || match === 'account');
  return (
    <>
      <p>{t(`identity.match.${match}`)}</p>
      <CommandForm action={acceptIdentityAction} target={target} className={STACK}>
        <Group legend={t('identity.question')}>
          <Radios
            name="method"
            of={offered}
            chosen={chosen}
            label={(method) => t(`identity.method.${method}.label`)}
            hint={(method) => t(`identity.method.${method}.hint`)}
          />
        </Group>
        <Button look={main ? 'main' : 'normal'}>{t('identity.accept')}</Button>
      </CommandForm>
    </>
  );
}
