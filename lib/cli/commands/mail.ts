import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Command } from 'commander';
import { takeMail } from '@/lib/features/incoming-mail/mutations';
import type { Taken } from '@/lib/features/incoming-mail/types';
import { controllers } from '@/lib/platform/controllers/registry';
import { closeDb } from '@/lib/platform/db/client';
import { OperatorError } from '@/lib/platform/operator-error';
import { requireOwnInstance } from '../own-instance';

/** `rightsdesk mail`: what came to the controller by e-mail. Nothing is decided by it: each mail waits for somebody of the desk. */
export const mailCommand = new Command('mail').addCommand(
  new Command('import')
    .description(
      'Take in mails: a request waits for the desk, a mail that came back shows on its case; the same mail is taken once',
    )
    .argument(
      '<file...>',
      'mails as they came (.eml), folders of them (a Maildir too), or - for one from standard input',
    )
    .requiredOption('--controller <id>', 'to whom they came: folder of the controller in CONTROLLERS_DIR')
    .action(async (files: string[], { controller }: { controller: string }) => {
      const known = [...controllers().keys()];
      if (!known.includes(controller))
        throw new OperatorError(`There is no controller "${controller}". There are: ${known.join(', ')}.`);
      try {
        await requireOwnInstance();
        for (const file of files) await takeAll(file, controller);
      } finally {
        await closeDb();
      }
    }),
);

async function takeAll(file: string, controller: string): Promise<void> {
  if (file === '-') return take('-', await buffer(process.stdin), controller);
  try {
    const found = await stat(file);
    if (found.isDirectory()) {
      for (const name of (await readdir(file)).sort())
        if (!name.startsWith('.')) await takeAll(path.join(file, name), controller);
      return;
    }
    await take(file, await readFile(file), controller);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EACCES') throw error;
    throw new OperatorError(`Cannot read ${file} (${code}). Name a mail as a file, or a folder of them.`);
  }
}

/** One that is no mail does not keep the others from being taken. */
async function take(name: string, bytes: Buffer, controller: string): Promise<void> {
  const taken = await takeMail(controller, bytes);
  if (!taken.ok) process.exitCode = 1;
  console.log(`${name}: ${taken.ok ? said(taken.value) : 'is no mail (RFC 5322), and was left'}`);
}

function said(taken: Taken): string {
  switch (taken.as) {
    case 'waiting':
      return `waits for the desk, as ${taken.mailId}`;
    case 'bounce':
      return `says that a mail of ${taken.reference} came back; the case shows it`;
    case 'known':
      return 'was taken before';
    case 'automatic':
      return 'was answered by a machine, and left';
  }
}
