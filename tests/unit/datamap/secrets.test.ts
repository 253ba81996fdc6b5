import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessSecret } from '@/lib/domain/datamap/guess';
import { type FieldEntry, fieldSchema } from '@/lib/domain/datamap/schema';
import { secretOfCategories, secretsOf } from '@/lib/domain/datamap/secrets';
import { SECRET_KINDS } from '@/lib/domain/datamap/secret-kinds';

const entry = (given: Record<string, unknown>): FieldEntry => fieldSchema.parse({ name: 'x', ...given });
const said = (secret: unknown) => ({ meta: { rightsdesk: { secret } } });

describe('the secrets of a field', () => {
  it.each([
    ['user.government_id.drivers_license_number', 'driversLicenceNumber'],
    ['user.government_id.passport_number', 'governmentIdNumber'],
    ['user.government_id.national_identification_number', 'governmentIdNumber'],
    ['user.financial.bank_account', 'financialAccountNumber'],
    ['user.health_and_medical.record_id', 'medicalIdNumber'],
    ['user.health.insurance_beneficiary_id', 'healthInsuranceNumber'],
    ['user.authorization.password', 'accountPassword'],
    ['user.biometric.fingerprint', 'biometricData'],
  ] as const)('are known by the category %s', (category, kind) => {
    expect(secretsOf(entry({ data_categories: ['user.unique_id', category] }))).toEqual([{ kind, path: [] }]);
  });

  it.each(['user.government_id', 'user.government_id.vehicle_registration', 'user.financial', 'user.biometric_health'])(
    'are not known by %s, under which other things are kept too',
    (category) => {
      expect(secretOfCategories([category])).toBeNull();
    },
  );

  it('are what the map says, whatever the categories', () => {
    expect(secretsOf(entry({ data_categories: ['user.financial.bank_account'], ...said(false) }))).toEqual([]);
    expect(secretsOf(entry({ data_categories: ['user.financial.bank_account'], ...said('securityQuestion') }))).toEqual(
      [{ kind: 'securityQuestion', path: [] }],
    );
    expect(fieldSchema.safeParse({ name: 'x', ...said('pin') }).success).toBe(false);
  });

  it('stand inside a column of JSON, unless the whole column is one', () => {
    const fields = [
      {
        name: 'passport',
        fields: [{ name: 'no', data_categories: ['user.government_id.passport_number'] }, { name: 'from' }],
      },
      { name: 'pin', ...said('accountPassword') },
    ];
    expect(secretsOf(entry({ fields }))).toEqual([
      { kind: 'governmentIdNumber', path: ['passport', 'no'] },
      { kind: 'accountPassword', path: ['pin'] },
    ]);
    expect(secretsOf(entry({ fields, ...said('biometricData') }))).toEqual([{ kind: 'biometricData', path: [] }]);
  });

  it('are at most one for each place, and only of kinds that the law has', () => {
    const category = fc.constantFrom(
      'user',
      'user.biometric',
      'user.financial.credit_card',
      'user.name',
      'system.operations',
    );
    const secret = fc.constantFrom(undefined, false, ...SECRET_KINDS);
    const leaf = fc.record({ name: fc.constantFrom('a', 'b'), data_categories: fc.array(category), secret });
    fc.assert(
      fc.property(leaf, fc.uniqueArray(leaf, { selector: ({ name }) => name }), (own, inner) => {
        const written = ({ secret: kind, ...rest }: typeof own) => ({ ...rest, ...(kind !== undefined && said(kind)) });
        const found = secretsOf(entry({ ...written(own), fields: inner.map(written) }));
        expect(new Set(found.map(({ path }) => path.join('.'))).size).toBe(found.length);
        for (const { kind } of found) expect(SECRET_KINDS).toContain(kind);
        if (own.secret) expect(found).toEqual([{ kind: own.secret, path: [] }]);
      }),
    );
  });
});

describe('a guess by the name of a column', () => {
  it.each([
    ['ssn', 'socialSecurityNumber'],
    ['socialSecurityNumber', 'socialSecurityNumber'],
    ['drivers_license_no', 'driversLicenceNumber'],
    ['DrivingLicence', 'driversLicenceNumber'],
    ['passport_number', 'governmentIdNumber'],
    ['refund_iban', 'financialAccountNumber'],
    ['creditCardNumber', 'financialAccountNumber'],
    ['insurance_id', 'healthInsuranceNumber'],
    ['medical_record_no', 'medicalIdNumber'],
    ['password_hash', 'accountPassword'],
    ['security_answer_2', 'securityQuestion'],
    ['mothers_maiden_name', 'securityQuestion'],
    ['face_print', 'biometricData'],
  ])('takes %s for a %s', (name, kind) => {
    expect(guessSecret(name)).toBe(kind);
  });

  it.each([
    'account_id',
    'card_last_digits',
    'email',
    'answer',
    'licence',
    'expansion',
    'passportless',
    'phone_number',
  ])('says nothing of %s', (name) => {
    expect(guessSecret(name)).toBeNull();
  });
});
