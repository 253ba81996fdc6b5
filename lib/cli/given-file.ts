import { writeFileSync } from 'node:fs';
import { OperatorError } from '@/lib/platform/operator-error';

/** Prints a text, or writes it into a new file. @throws OperatorError where there is one already, or none can be made */
export function give(text: string, out: string | undefined): void {
  if (out === undefined) {
    console.log(text.trimEnd());
    return;
  }
  try {
    writeFileSync(out, text, { flag: 'wx' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new OperatorError(
      code === 'EEXIST'
        ? `${out} is there already, and what somebody wrote in it would be lost: name another file.`
        : `Cannot write ${out} (${code}): name a file in a folder that is there.`,
    );
  }
}
