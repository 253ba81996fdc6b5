import { checkTexts } from '../datamap/check-texts';
import type { Problem } from '../datamap/problem';
import { LAW } from '../law/law';
import type { RegimeId } from '../law/types';
import type { ControllerFile } from './schema';

const recordsOf = (regimes: readonly RegimeId[]) =>
  LAW.filter(({ id }) => regimes.includes(id)).flatMap(({ records }) =>
    records.filter(({ inForceTo }) => inForceTo === null),
  );

/** What the grammar of controller.yaml cannot say. `folder` is the name of the folder the file lies in. */
export function checkController(file: string, folder: string, content: ControllerFile): Problem[] {
  const problems: Problem[] = [];
  const report = (path: readonly PropertyKey[], message: string, fix: string) =>
    problems.push({ file, path, message, fix });
  if (content.id !== folder)
    report(['id'], `the folder is named "${folder}"`, `write "${folder}", or rename the folder`);
  content.identifiers.forEach(({ kind, label }, index) => {
    if (label === undefined && kind !== 'email' && kind !== 'phone') {
      report(['identifiers', index], `the form has no words for "${kind}"`, 'add label: …');
    }
  });
  content.receivers.forEach(({ id, url, inside }, index) => {
    if (content.receivers.findIndex((one) => one.id === id) !== index)
      report(['receivers', index, 'id'], `"${id}" is there twice`, 'give each receiver an id of its own');
    if (!url.startsWith('https:') && !inside)
      report(
        ['receivers', index, 'url'],
        'personal data would be sent there in the clear',
        'begin the address with https://, or write "inside: true" where it stands in your own network',
      );
  });
  for (const { citation, days } of recordsOf(content.regimes)) {
    if (content.retention.caseDays < days) {
      report(
        ['retention', 'caseDays'],
        `requests must be on record for at least ${days} days (${citation})`,
        `write ${days} or more`,
      );
    }
  }
  checkTexts(content, content.languages, report);
  return problems;
}
