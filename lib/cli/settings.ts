import { env, type Env } from '@/lib/platform/env';
import { OperatorError } from '@/lib/platform/operator-error';

/**
 * The settings of this process.
 * @throws OperatorError that lists what is missing or wrong, without a stack.
 */
export function settings(): Env {
  try {
    return env();
  } catch (error) {
    throw new OperatorError((error as Error).message);
  }
}

/** A whole number from the environment or the command line. @throws OperatorError */
export function portNumber(text: string, name: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new OperatorError(`${name} must be a whole number from 1 to 65535, not "${text}".`);
}
