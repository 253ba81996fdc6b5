import { acceptIdentityAction } from '@/lib/features/cases/actions/identity';
import { IDENTITY_METHODS, type IdentityMethod, STRONG_METHODS } from '@/lib/domain/case/reasons';
import type { AccountMatch } from '@/lib/features/cases/data/account-match';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { CommandForm, type Target } from './command-form';
import { Group, Radios } from '@/lib/ui/option';
import { STACK } from '@/lib/ui/layout';
import { Button } from '@/lib/ui/button';

const CHOSEN: Partial<Record<AccountMatch, IdentityMethod>> = {
  account: 'confirmedEmailOfAccount',
  otherAccount: 'subjectConfirmed',
};

function offeredBy(match: AccountMatch): readonly IdentityMethod[] {
  if (match === 'forAnother') return STRONG_METHODS;
  if (match.startsWith('other')) return ['subjectConfirmed', ...STRONG_METHODS];
  return IDENTITY_METHODS.filter(
    (method) => method !== 'subjectConfirmed' && (method !== 'confirmedEmailOfAccount' || match === 'account'),
  );
}

/** How the desk came to believe who asks, from the lightest means. What the accounts say chooses the first answer. */
export function IdentityForm({ target, match, main }: { target: Target; match: AccountMatch; main: boolean }) {
  const chosen = CHOSEN[match] ?? null;
  const offered = offeredBy(match);
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
