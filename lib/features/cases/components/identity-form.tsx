import { acceptIdentityAction } from '@/lib/features/cases/actions/identity';
import { IDENTITY_METHODS, STRONG_METHODS } from '@/lib/domain/case/types';
import type { AccountMatch } from '@/lib/features/cases/data/account-match';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { CommandForm, type Target } from './command-form';

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
      <CommandForm action={acceptIdentityAction} target={target} className="stack">
        <fieldset>
          <legend>{t('identity.question')}</legend>
          {offered.map((method) => (
            <label key={method} className="opt">
              <input type="radio" name="method" value={method} required defaultChecked={method === chosen} />
              <span>{t(`identity.method.${method}.label`)}</span>
              <span className="sub">{t(`identity.method.${method}.hint`)}</span>
            </label>
          ))}
        </fieldset>
        <button className={main ? 'btn btn--main' : 'btn'}>{t('identity.accept')}</button>
      </CommandForm>
    </>
  );
}
