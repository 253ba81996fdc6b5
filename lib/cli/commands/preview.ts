import path from 'node:path';
import { Command } from 'commander';
import { identityKindsOf } from '@/lib/domain/datamap/reach';
import { isLocale, LOCALES } from '@/lib/domain/locale';
import { makePreview, PreviewFailed } from '@/lib/features/fulfilment/mutations/preview';
import { controllers } from '@/lib/platform/controllers/registry';
import { closeDb } from '@/lib/platform/db/client';
import { OperatorError } from '@/lib/platform/operator-error';
import { eachGiven, identitiesFrom } from '../given-identities';
import { settings } from '../settings';

type Options = { controller: string; identity: string[]; out: string; locale?: string; json: boolean };

/** `rightsdesk preview`: the bundle of one identity without a case, to try a data map on one's own database. */
export const previewCommand = new Command('preview')
  .requiredOption('--controller <id>', 'folder of the controller in CONTROLLERS_DIR')
  .requiredOption(
    '--identity <kind=value>',
    'what the person is known by, such as email=anna@example.com; may be repeated',
    eachGiven,
    [],
  )
  .requiredOption('--out <file>', 'the ZIP to write')
  .option('--locale <language>', `one of ${LOCALES.join(', ')}; otherwise the controller's first`)
  .option('--json', 'print what was made as JSON', false)
  .action(async (options: Options) => {
    try {
      await preview(options);
    } finally {
      await closeDb();
    }
  });

/** @throws OperatorError that says what is missing and the two ways to have it */
function requireInstallation(): void {
  try {
    settings();
  } catch (error) {
    throw new OperatorError(
      `${(error as Error).message}\nA preview is signed and logged by an installation: start one with "npm run up" and leave it running, or give this command the settings of yours.`,
    );
  }
}

async function preview({ controller: id, identity, out, locale: wanted, json }: Options): Promise<void> {
  requireInstallation();
  const controller = controllers().get(id);
  if (!controller)
    throw new OperatorError(`There is no controller "${id}". There are: ${[...controllers().keys()].join(', ')}.`);
  const locale = wanted ?? controller.definition.languages[0] ?? 'en';
  if (!isLocale(locale)) throw new OperatorError(`--locale must be one of ${LOCALES.join(', ')}, not "${locale}".`);
  const identities = identitiesFrom(identity, identityKindsOf(controller.dataMap));
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  // On the other stream, so that what was made can be read by a program.
  const report = (progress: string): void => console.error(progress);
  const made = await makePreview(
    { controller, identities, locale, file: path.resolve(out), report },
    new Date(),
    stop.signal,
  ).catch((cause: unknown) => {
    throw cause instanceof PreviewFailed ? new OperatorError(`${cause.message}. No preview was made.`) : cause;
  });
  if (json) console.log(JSON.stringify({ file: out, ...made }));
  else {
    for (const { collectionId, records } of made.collections)
      console.log(`${String(records).padStart(10)}  ${collectionId}`);
    console.log(`${out}: ${made.records} records, ${made.sizeBytes} bytes, manifest ${made.manifestSha256}`);
  }
}
