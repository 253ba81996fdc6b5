import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TEST_CONTROLLERS } from './chinook';

/** The address of whoever keeps the papers of the shop. */
export const OWNER = 'papers@chinook.example.com';

const PAPERS = `
dataset:
  - fides_key: papers
    name: Paper files
    meta:
      rightsdesk:
        connector: people
        owner: { name: Petra Paper, email: ${OWNER}, days: 4 }
        defaults: { recipients: [], retention: customer, purposes: [sell], source: subject, transfers: [], automatedDecision: none }
    collections:
      - name: contracts
        meta: { rightsdesk: { title: Contracts, description: Signed contracts in the cupboard., category: account } }
        fields:
          - { name: email, data_categories: [user.contact.email], fides_meta: { identity: email }, meta: { rightsdesk: { title: E-mail address } } }
      - name: calls
        meta: { rightsdesk: { title: Notes of calls, description: What was written down of calls., category: care } }
        fields:
          - { name: phone, data_categories: [user.contact.phone_number], fides_meta: { identity: phone_number }, meta: { rightsdesk: { title: Telephone } } }
`;

/** The chinook controller with a system beside its shop that only a person can look into. */
export const controllersWithPapers = () => controllersBeside('papers', PAPERS);

/** The chinook controller with another system beside its shop. @returns the folder, as CONTROLLERS_DIR wants it */
export function controllersBeside(
  name: string,
  yaml: string,
): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), `rightsdesk-${name}-`));
  cpSync(TEST_CONTROLLERS, folder, { recursive: true });
  mkdirSync(path.join(folder, 'chinook', 'data-map'));
  writeFileSync(path.join(folder, 'chinook', 'data-map', `${name}.yaml`), yaml);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
