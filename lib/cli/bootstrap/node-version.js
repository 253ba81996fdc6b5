/**
 * Whether this Node can run Rightsdesk: 20 from 20.19, 22 from 22.12, 24 and newer even versions' line as package.json's "engines" says.
 * @param {string} version such as "20.19.0"
 * @returns {string | null} null when it can, else one sentence for the operator
 */
export function nodeVersionProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const good = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major === 24;
  return good
    ? null
    : `Rightsdesk needs Node 20.19, 22.12 or 24 (or a newer release of these), and this is Node ${version}: install one of them and start again.`;
}
