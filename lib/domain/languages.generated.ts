// Made from the folders of lib/platform/i18n/messages; a test compares. After adding a language: npm run generate.

export const LANGUAGES = ['en', 'bg', 'de', 'fr', 'ru'] as const;
