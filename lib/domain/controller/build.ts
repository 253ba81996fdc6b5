import { localText, type TextByLanguage } from '../datamap/local-text';
import type { LocalText } from '../datamap/types';
import type { ControllerFile } from './schema';
import type { ControllerContact, ControllerDefinition } from './types';

/** The definition as the rest of the product reads it: absent is null, every text total. */
export function buildController(file: ControllerFile, logoSvg: string | null): ControllerDefinition {
  const text = (written: TextByLanguage): LocalText => localText(written, file.languages);
  const optional = (written: TextByLanguage | undefined): LocalText | null =>
    written === undefined ? null : text(written);
  const contact = (written: ControllerFile['contact']): ControllerContact => ({
    name: text(written.name),
    address: written.address ?? null,
    email: written.email ?? null,
    phone: written.phone ?? null,
    url: written.url ?? null,
  });
  const { logo: _fileName, ...plain } = file;
  return {
    ...plain,
    establishment: { country: file.establishment.country, address: file.establishment.address ?? null },
    logoSvg,
    privacyPolicyLanguages: file.privacyPolicyLanguages ?? file.languages,
    contact: contact(file.contact),
    dpo: file.dpo === undefined ? null : contact(file.dpo),
    marketingChoice: file.marketingChoice
      ? { url: file.marketingChoice.url, means: text(file.marketingChoice.means) }
      : null,
    guardianBelowAge: file.guardianBelowAge ?? null,
    identifiers: file.identifiers.map(({ kind, label, hint, hintOfAnother, required }) => ({
      kind,
      label: optional(label),
      hint: optional(hint),
      hintOfAnother: optional(hintOfAnother),
      required,
    })),
    receivers: file.receivers.map(({ name, secret, ...receiver }) => ({
      ...receiver,
      name: text(name),
      secretName: secret ?? null,
    })),
    texts: {
      intro: text(file.texts.intro),
      guardian: optional(file.texts.guardian),
      quickerInApp: file.texts.quickerInApp.map((hint) => ({
        right: hint.right,
        text: text(hint.text),
        url: hint.url ?? null,
      })),
      californiaStatement: optional(file.texts.californiaStatement),
    },
  };
}
