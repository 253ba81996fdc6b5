import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The least a controller can say. */
export const CONTROLLER = `id: shop
name: Shop
legalName: Shop Ltd
establishment: { country: IE }
timezone: Europe/Dublin
calendar: IE
languages: [en]
referencePrefix: SH
brandColour: "#5b4bb5"
contact: { name: Customer care, email: privacy@shop.example.com }
authority: IE
minimumAge: 16
regimes: [GDPR]
privacyPolicyUrl: https://shop.example.com/privacy
identifiers:
  - { kind: email, required: true }
retention: { bundleDays: 30, caseDays: 1095 }
texts:
  intro: Ask here what we hold about you.
`;

export const DATA_MAP = `rightsdesk:
  categories: { account: Your account }
  purposes: { sell: { title: To sell, basis: contract } }
  recipients: { hosting: { name: Hosting, kind: processor, purpose: servers } }
  retentions: { always: { title: as long as needed } }
dataset:
  - fides_key: shop
    collections:
      - name: customer
        meta:
          rightsdesk:
            category: account
            purposes: [sell]
            recipients: [hosting]
            retention: always
        fields:
          - name: email
            fides_meta: { identity: email }
`;

/** Folders as CONTROLLERS_DIR has them, in a place of the test's own. `null` leaves a file out. */
export function controllersDir(folders: Record<string, Record<string, string | null>>): {
  dir: string;
  remove: () => void;
} {
  const dir = mkdtempSync(path.join(tmpdir(), 'controllers-'));
  for (const [folder, files] of Object.entries(folders)) {
    for (const [name, text] of Object.entries({ 'controller.yaml': CONTROLLER, 'data-map.yaml': DATA_MAP, ...files })) {
      if (text === null) continue;
      const file = path.join(dir, folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  return { dir, remove: () => rmSync(dir, { recursive: true }) };
}
