import { Command } from 'commander';
import type { BundleRefusal, VerifiedBundle } from '@/lib/documents/bundle/verify';
import { bundleJsonSchema } from '@/lib/documents/bundle/json-schema';
import { verifyBundle } from '@/lib/documents/bundle/verify';
import { OperatorError } from '@/lib/platform/operator-error';
import { give } from '../given-file';
import { readKeys } from '../trusted-keys';

const REFUSALS: Record<BundleRefusal, string> = {
  notAZip: 'The file is not a ZIP, or not whole: download it again, or name the folder it was unpacked into.',
  notABundle: 'There is no bundle of Rightsdesk here or one folder down, or something was taken out of it.',
  badSignature: 'The signature is not by this key, or the manifest was changed: do not rely on this bundle.',
  notAManifest: 'The manifest is signed but not one that this version of Rightsdesk can read.',
};

const PROBLEMS = {
  missing: 'is in the manifest and not in the bundle',
  changed: 'is not as it was signed',
  unlisted: 'is in the bundle and not in the manifest',
  twice: 'is in the bundle twice',
} as const;

async function verify(file: string, flags: { key?: string; json?: boolean }): Promise<void> {
  const trusted = flags.key === undefined ? [] : (await readKeys(flags.key)).bundles;
  if (flags.key !== undefined && trusted.length === 0)
    throw new OperatorError(
      `${flags.key} holds no key that signs bundles. Give a PEM or the published rightsdesk-keys.json.`,
    );
  const checked = await verifyBundle(file, trusted).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(
      `Cannot read ${file} (${error.code ?? error.message}). Name the ZIP that was downloaded, or the folder it was unpacked into.`,
    );
  });
  const good = checked.ok && checked.value.problems.length === 0;
  if (!good) process.exitCode = 1;
  if (flags.json) return console.log(JSON.stringify(checked.ok ? { ok: good, ...checked.value } : checked, null, 2));
  if (!checked.ok)
    return console.error(`${REFUSALS[checked.reason]}${checked.detail === undefined ? '' : ` (${checked.detail})`}`);
  show(checked.value);
}

function show({ manifest, problems, addedBySystem, keyFingerprint, ownKey }: VerifiedBundle): void {
  const { controller, reference, madeAt, files, signature } = manifest;
  for (const { path, problem } of problems) console.error(`✗ ${path} ${PROBLEMS[problem]}`);
  if (problems.length === 0)
    console.log(`✓ ${files.length} files are as ${controller} signed them for ${reference ?? 'a trial'} at ${madeAt}`);
  for (const path of addedBySystem)
    console.log(`  ${path} was put there by an operating system and is no part of the bundle`);
  console.log(`  key ${keyFingerprint}`);
  if (ownKey)
    console.error(
      `The key is the bundle's own: compare it with the one published at ${signature.keyUrl}, or give that one with --key.`,
    );
}

export const bundleCommand = new Command('bundle')
  .addCommand(
    new Command('verify')
      .description(
        'Check the signature of a bundle and every file in it, without network; exit code 1 when anything is not as it was signed',
      )
      .argument('<place>', 'the ZIP, or the folder it was unpacked into')
      .option(
        '--key <file>',
        'a public key from another place than the bundle: a PEM, or the published rightsdesk-keys.json',
      )
      .option('--json', 'print the result as JSON')
      .action(verify),
  )
  .addCommand(
    new Command('schema')
      .description('Print the JSON Schema of all JSON files of a bundle, for whoever reads bundles by a program')
      .option('--out <file>', 'a new file instead of the output')
      .action(({ out }: { out?: string }) => give(`${JSON.stringify(bundleJsonSchema(), null, 2)}\n`, out)),
  );
