/**
 * Kinds of numbers and secrets with which somebody else could act as the person: an exemption of a law names those that it never lets be sent
 * (`Exemption.neverSends`), a data map the fields that hold one.
 */
export const SECRET_KINDS = [
  'socialSecurityNumber',
  'driversLicenceNumber',
  'governmentIdNumber',
  'financialAccountNumber',
  'healthInsuranceNumber',
  'medicalIdNumber',
  'accountPassword',
  'securityQuestion',
  'biometricData',
] as const;

export type SecretKind = (typeof SECRET_KINDS)[number];
