import type { SecretKind } from './secret-kinds';
import type { FieldEntry } from './schema';
import type { Secret } from './types';

// Keys of fideslang, of its second and third edition, under which nothing else is kept; also for what stands under one of them. An account of a
// bank or a card may be described by more than its number: the safe side is to take it for the number until the map says `secret: false`.
const CATEGORIES: Readonly<Record<string, SecretKind>> = {
  'user.government_id.drivers_license_number': 'driversLicenceNumber',
  'user.government_id.national_identification_number': 'governmentIdNumber',
  'user.government_id.passport_number': 'governmentIdNumber',
  'user.financial.account_number': 'financialAccountNumber',
  'user.financial.bank_account': 'financialAccountNumber',
  'user.financial.credit_card': 'financialAccountNumber',
  'user.health_and_medical.insurance_beneficiary_id': 'healthInsuranceNumber',
  'user.health.insurance_beneficiary_id': 'healthInsuranceNumber',
  'user.health_and_medical.record_id': 'medicalIdNumber',
  'user.health.record_id': 'medicalIdNumber',
  'user.authorization.password': 'accountPassword',
  'user.credentials.password': 'accountPassword',
  'user.authorization.biometric': 'biometricData',
  'user.credentials.biometric_credentials': 'biometricData',
  'user.biometric': 'biometricData',
};

const isUnder = (category: string, key: string): boolean => category === key || category.startsWith(`${key}.`);

/** The kind that its categories of fideslang say, where they leave no doubt. */
export const secretOfCategories = (categories: readonly string[]): SecretKind | null =>
  Object.entries(CATEGORIES).find(([key]) => categories.some((category) => isUnder(category, key)))?.[1] ?? null;

/** The number or secret that a field is, as the map says it or its categories do; null for none. */
const secretOf = ({ meta, data_categories: categories }: FieldEntry): SecretKind | null => {
  const said = meta?.rightsdesk?.secret;
  return said === undefined ? secretOfCategories(categories ?? []) : said || null;
};

/** The numbers and secrets in a field: itself, or what stands inside a column of JSON. */
export const secretsOf = (entry: FieldEntry, path: readonly string[] = []): readonly Secret[] => {
  const kind = secretOf(entry);
  // What is one as a whole is replaced as a whole.
  if (kind !== null) return [{ kind, path }];
  return (entry.fields ?? []).flatMap((inner) => secretsOf(inner, [...path, inner.name]));
};
