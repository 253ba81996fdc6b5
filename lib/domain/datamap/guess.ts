import type { SecretKind } from './secret-kinds';

/** `billingAddress2` → `billing_address_2`: how columns of every house are compared. */
const wordsOf = (name: string): string =>
  name
    .replace(/([a-z])([A-Z0-9])/g, '$1_$2')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .toLowerCase();

const ends = (...words: readonly string[]): RegExp => new RegExp(`(^|_)(${words.join('|')})(_\\d+)?$`);

// By what people call their columns, as keys of fideslang; the first that fits. A guess stands in the draft for somebody to confirm.
const GUESSES: readonly (readonly [RegExp, string])[] = [
  [ends('password', 'passwd', 'pwd', 'password_hash', 'salt', 'totp_secret'), 'user.authorization.password'],
  [ends('e?_?mail', 'e_?mail_address', 'mail_address'), 'user.contact.email'],
  [ends('fax', 'fax_number'), 'user.contact.fax_number'],
  [
    ends('(tele)?phone', '(tele)?phone_(number|no)', 'mobile', 'mobile_(number|no)', 'msisdn', 'tel'),
    'user.contact.phone_number',
  ],
  [ends('first_?name', 'given_?name', 'forename'), 'user.name.first'],
  [ends('last_?name', 'family_?name', 'surname'), 'user.name.last'],
  [ends('user_?name', 'login', 'nick_?name', 'handle'), 'user.account.username'],
  [ends('full_?name', 'display_?name', 'maiden_name'), 'user.name'],
  [ends('street', 'address', 'address_line', 'house_number'), 'user.contact.address.street'],
  [ends('city', 'town'), 'user.contact.address.city'],
  [ends('state', 'province', 'region', 'county'), 'user.contact.address.state'],
  [ends('country', 'country_code'), 'user.contact.address.country'],
  [ends('post(al)?_?code', 'zip', 'zip_?code'), 'user.contact.address.postal_code'],
  [ends('company', 'organi[sz]ation'), 'user.contact.organization'],
  [ends('birth_?(date|day)', 'date_of_birth', 'dob', 'born_on'), 'user.demographic.date_of_birth'],
  [ends('gender', 'sex'), 'user.demographic.gender'],
  [ends('job_title', 'occupation', 'profession'), 'user.job_title'],
  [ends('ip', 'ip_?addr(ess)?'), 'user.device.ip_address'],
  [ends('cookie', 'cookie_id'), 'user.device.cookie_id'],
  [ends('user_?agent', 'device', 'device_(id|model|name)'), 'user.device'],
  [ends('lat', 'latitude', 'lon', 'lng', 'longitude', 'geo', 'location', 'coordinates'), 'user.location.precise'],
  [ends('iban', 'bic', 'account_number', 'card_number', 'pan'), 'user.financial.bank_account'],
  [ends('amount', 'price', 'total', 'balance', 'salary'), 'user.financial'],
  [ends('diagnosis', 'allergies', 'blood_type', 'medication'), 'user.health_and_medical'],
  [ends('avatar', 'photo', 'picture'), 'user.content.self_image'],
  [ends('message', 'body', 'comment', 'note', 'notes', 'bio', 'content'), 'user.content'],
];

/** The category of what a column of this name mostly holds, or null where its name says nothing. */
export const guessCategory = (column: string): string | null =>
  GUESSES.find(([pattern]) => pattern.test(wordsOf(column)))?.[1] ?? null;

const OWN: readonly (readonly [RegExp, string])[] = [
  [/^(e_?mail|mail|e_?mail_address)$/, 'email'],
  [/^((tele)?phone|(tele)?phone_(number|no)|mobile|mobile_(number|no)|msisdn)$/, 'phone_number'],
];

/**
 * The identity, as Fides names it, that a column of this name holds of the person whose record it is. `recipient_email` is nobody's for
 * sure: it may be another person's, and would find strangers.
 */
export const guessIdentity = (column: string): string | null =>
  OWN.find(([pattern]) => pattern.test(wordsOf(column)))?.[1] ?? null;

const SECRETS: readonly (readonly [RegExp, SecretKind])[] = [
  [ends('ssn', 'social_security', 'social_security_(number|no)'), 'socialSecurityNumber'],
  [ends('driver_?s?_licen[cs]e(_(number|no|id))?', 'driving_licen[cs]e(_(number|no))?'), 'driversLicenceNumber'],
  [
    ends(
      'passport',
      'passport_(number|no)',
      'national_id(_number)?',
      'id_card(_(number|no))?',
      'tax_id',
      'personal_code',
    ),
    'governmentIdNumber',
  ],
  [
    ends('iban', 'bank_account(_(number|no))?', 'account_(number|no)', '(credit_|debit_)?card_(number|no)', 'pan'),
    'financialAccountNumber',
  ],
  [ends('(health_)?insurance_(number|no|id)', 'medicare_(number|no|id)'), 'healthInsuranceNumber'],
  [ends('medical_record_(number|no|id)', 'mrn', 'patient_(number|no|id)'), 'medicalIdNumber'],
  [ends('password', 'passwd', 'pwd', 'password_hash', 'passphrase', 'pin_code'), 'accountPassword'],
  [ends('(security|secret)_(question|answer)', 'mother_?s?_maiden_name'), 'securityQuestion'],
  [ends('fingerprint(_template)?', '(face|voice)_?print', '(iris|retina)_scan', 'biometrics?'), 'biometricData'],
];

/** The kind of number or secret that a column of this name mostly holds, or null where its name says nothing. */
export const guessSecret = (column: string): SecretKind | null =>
  SECRETS.find(([pattern]) => pattern.test(wordsOf(column)))?.[1] ?? null;
