import { ensureDatabaseClient } from './client.js';
import { dependenciesMatch, installDependencies } from './dependencies.js';
import { ensureLanguages } from './languages.js';
import { step } from './steps.js';

/**
 * Makes a checkout ready to run from its sources: the packages of the lock file, the languages that there are, and the database client
 * of the schema.
 * @param {string} root the checkout
 */
export async function prepare(root) {
  if (!dependenciesMatch(root)) {
    const install = (/** @type {(text: string) => void} */ note) => {
      note('packages from the lock file; this takes a minute or two');
      return installDependencies(root);
    };
    await step('install', install, () => 'packages as the lock file says');
  }
  ensureLanguages(root);
  await ensureDatabaseClient(root);
}
