/** Countries of the European Economic Area, where the GDPR is law: ISO 3166 codes (Greece is GR). */
export const EEA = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IS',
  'IT',
  'LI',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'NO',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
] as const;

export type EeaCountry = (typeof EEA)[number];

export const isEea = (country: string): country is EeaCountry => (EEA as readonly string[]).includes(country);

/** The German Länder, whose holidays differ; plain DE has only those of the whole federation. */
const LAENDER = [
  'DE-BB',
  'DE-BE',
  'DE-BW',
  'DE-BY',
  'DE-HB',
  'DE-HE',
  'DE-HH',
  'DE-MV',
  'DE-NI',
  'DE-NW',
  'DE-RP',
  'DE-SH',
  'DE-SL',
  'DE-SN',
  'DE-ST',
  'DE-TH',
] as const;

/** Every place whose holidays the product knows; a JSON snapshot of the same name stands beside this file. */
export const CALENDAR_IDS = [
  ...EEA,
  ...LAENDER,
  'GB-ENG',
  'GB-WLS',
  'GB-SCT',
  'GB-NIR',
  'CH',
  'US-FED',
  'US-CA',
] as const;
