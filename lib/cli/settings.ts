import { InvalidArgumentError } from 'commander';
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

const PORT_RULE = 'must be a whole number from 1 to 65535';

const portOf = (text: string): number | null => {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535 ? port : null;
};

/** A port given on the command line. @throws InvalidArgumentError, which commander reports as wrong usage */
export function portArgument(text: string): number {
  const port = portOf(text);
  if (port === null) throw new InvalidArgumentError(`It ${PORT_RULE}.`);
  return port;
}

/** How many, given on the command line. @throws InvalidArgumentError, which commander reports as wrong usage */
export function countArgument(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 to 9999999.');
  return Number(text);
}

/** The port of the environment. @throws OperatorError */
export function portSetting(fallback: number): number {
  const text = process.env.PORT;
  if (!text) return fallback;
  const port = portOf(text);
  if (port === null) throw new OperatorError(`PORT ${PORT_RULE}, not "${text.slice(0, 40)}".`);
  return port;
}
