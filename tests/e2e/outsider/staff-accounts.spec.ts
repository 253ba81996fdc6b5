import { expect } from '@playwright/test';
import { test } from '../browser-test';
import { aColleague, type Colleague, query } from '../pages-desk/desk-world';
import { contextOf, formsOf } from '../pages-desk/forms';

const accounts = async (people: readonly Colleague[]): Promise<unknown> => {
  const ids = people.map(({ staffId }) => staffId);
  return [
    await query(
      'select "id", "email", "passwordHash", "sealedTotp", "roles", "disabledAt", "mustChangePassword" from "StaffMember" where "id" = any($1) order by "id"',
      [ids],
    ),
    await query('select "id", "endedAt" from "StaffSession" where "staffId" = any($1) order by "id"', [ids]),
    await query('select "id" from "StaffMember" where "email" = \'something@example.com\''),
  ];
};

test('accounts are changed by administrators alone: changeAccountAction, changeRolesAction, addStaffAction', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const [admin, victim] = [await aColleague(['admin']), await aColleague(['desk'])];
  const forms = await formsOf(await contextOf(browser, admin), '/desk/staff');
  const ofVictim = forms.filter(({ fields }) => fields.staffId === victim.staffId);
  expect(ofVictim.length).toBe(2);
  const adding = forms.find(({ fields }) => 'email' in fields && 'name' in fields);
  const before = await accounts([admin, victim]);
  for (const outsider of [
    null,
    await aColleague(['desk']),
    await aColleague(['dpo']),
    await aColleague(['admin'], ['callsapp']),
  ]) {
    const { request } = await contextOf(browser, outsider);
    expect((await request.get('/desk/staff', { maxRedirects: 0 })).status()).toBe(outsider ? 404 : 307);
    for (const step of ['disable', 'resetPassword', 'resetTotp', 'signOut']) {
      const answer = await request.post('/desk/staff', {
        multipart: { ...ofVictim[0]?.fields, step },
        maxRedirects: 0,
      });
      expect([303, 307, 404]).toContain(answer.status());
    }
    await request.post('/desk/staff', { multipart: { ...ofVictim[1]?.fields, roles: 'admin' }, maxRedirects: 0 });
    await request.post('/desk/staff', {
      multipart: { ...adding?.fields, email: 'something@example.com', roles: 'admin' },
      maxRedirects: 0,
    });
  }
  expect(await accounts([admin, victim])).toEqual(before);
});

test('nobody changes or ends what is another’s: changePasswordAction, endSessionAction', async ({ browser }) => {
  test.setTimeout(300_000);
  const owner = await aColleague(['desk']);
  const context = await contextOf(browser, owner);
  const [password] = await formsOf(context, '/account/password');
  const [session] = await formsOf(context, '/account');
  const before = await accounts([owner]);
  for (const outsider of [null, await aColleague(['desk'])]) {
    const { request } = await contextOf(browser, outsider);
    await request.post('/account/password', {
      multipart: {
        ...password?.fields,
        current: owner.password,
        next: 'a sentence of mine',
        again: 'a sentence of mine',
        totp: '000000',
      },
      maxRedirects: 0,
    });
    await request.post('/account', { multipart: session?.fields ?? {}, maxRedirects: 0 });
  }
  expect(await accounts([owner])).toEqual(before);
});
