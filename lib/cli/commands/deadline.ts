import { Command } from 'commander';
import { answerSituation } from '@/lib/domain/clock/situation';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { translator } from '@/lib/platform/i18n/translator';
import { OperatorError } from '@/lib/platform/operator-error';
import { readNamed } from '../named-file';

function parse(source: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new OperatorError(`The input is not JSON: ${(error as Error).message}. Give an array of situations.`);
  }
  if (!Array.isArray(value))
    throw new OperatorError('The input must be a JSON array of situations: [ { "id": …, "regime": … } ].');
  return value;
}

const AFTER_HELP = `
A situation: { "id": "A1", "regime": "GDPR", "right": "access", "received": "2026-03-05T09:30:00+01:00",
  "timezone": "Europe/Luxembourg", "calendar": "LU", "events": [ { "type": "id_requested", "at": "…" } ] }
The answer, in the same order: [ { "id": …, "computed": { dates }, "working": [ steps ] } ].
An entry that cannot be answered gets "error" instead; the others are answered and the exit code is 1.`;

export const deadlineCommand = new Command('deadline')
  .argument('[file]', 'JSON array of situations; - reads standard input', '-')
  .option('--json', 'JSON is the only form of the answer; accepted so that every data command takes it')
  .addHelpText('after', AFTER_HELP)
  .action(async (file: string) => {
    const say = translator('en', 'law');
    const answers = parse(await readNamed(file, 'a JSON file, or - for standard input', true)).map((entry) =>
      answerSituation(entry, shippedCalendars, say),
    );
    process.stdout.write(`${JSON.stringify(answers, null, 2)}\n`);
    if (answers.some((answer) => 'error' in answer)) process.exitCode = 1;
  });
