// Controls of both sets (ISO 6429), and marks that turn the direction of what follows so that a text reads as another one
// ("Trojan Source", CVE-2021-42574). The joiners U+200C and U+200D are part of words in several scripts.
const IN_LINE = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;
const IN_PROSE = /(?![\t\n\r\u2028\u2029])[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** The signs of a text that have no place in it, each once. Line ends and tabs are lawful in prose alone. */
export const strangeSigns = (text: string, kind: 'line' | 'prose'): string[] => [...new Set(text.match(kind === 'line' ? IN_LINE : IN_PROSE))];
