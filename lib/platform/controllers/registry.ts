import { env } from '../env';
import { OperatorError } from '../operator-error';
import { loadControllers, problemLine, type LoadedController } from './load';

let loaded: ReadonlyMap<string, LoadedController> | undefined;

/**
 * The controllers of this installation by id, read once from CONTROLLERS_DIR.
 * @throws OperatorError that lists every problem with file, line and fix: a process that would answer people wrongly must not start.
 */
export function controllers(): ReadonlyMap<string, LoadedController> {
  if (loaded) return loaded;
  const dir = env().CONTROLLERS_DIR;
  const { controllers: read, problems } = loadControllers(dir);
  if (problems.length > 0) {
    throw new OperatorError(
      `The controllers cannot be used:\n${problems.map((problem) => `  ${problemLine(dir, problem)}`).join('\n')}`,
    );
  }
  loaded = read;
  return loaded;
}

/**
 * The controller of a case or request that exists.
 * @throws Error when its folder has been removed since: its cases still have to be answered.
 */
export function controller(id: string): LoadedController {
  const found = controllers().get(id);
  if (!found) throw new Error(`The controller "${id}" has cases, but no folder in CONTROLLERS_DIR.`);
  return found;
}
