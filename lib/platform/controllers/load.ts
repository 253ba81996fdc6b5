import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { accentOf, type Accent } from '@/lib/domain/controller/accent';
import { buildController } from '@/lib/domain/controller/build';
import { checkController } from '@/lib/domain/controller/check';
import { checkGrounds } from '@/lib/domain/controller/check-grounds';
import { checkSecrets } from '@/lib/domain/controller/check-secrets';
import { controllerFileSchema } from '@/lib/domain/controller/schema';
import type { ControllerDefinition } from '@/lib/domain/controller/types';
import { buildDataMap, type ParsedFile } from '@/lib/domain/datamap/build';
import { withInstanceKey } from '@/lib/domain/datamap/fides';
import { unstatedOfPortal } from '@/lib/domain/datamap/portal';
import type { Problem } from '@/lib/domain/datamap/problem';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import type { DataMap } from '@/lib/domain/datamap/types';
import { intakeOf, type IntakeController } from '@/lib/domain/intake/offered';
import { withPortal } from '@/lib/domain/portal/system';
import { grammarProblems } from './grammar';
import { knownKeys } from './known-keys';
import { PORTAL_WORDS } from './portal-words';
import { readYaml, type LocatedProblem, type YamlFile } from './yaml-file';

export type LoadedController = {
  readonly definition: ControllerDefinition;
  /** What the controller's systems hold: what is searched there, and changed. */
  readonly dataMap: DataMap;
  /** The same with what this portal itself keeps of whoever asks: what is searched for a copy, and told of. */
  readonly held: DataMap;
  readonly accent: Accent;
  /** The same as its form needs it. */
  readonly intake: IntakeController;
};

export type LoadedControllers = {
  readonly controllers: ReadonlyMap<string, LoadedController>;
  /** Nothing may start while there is one. */
  readonly problems: readonly LocatedProblem[];
  /** Facts an answer under Art. 15(1) GDPR would lack. */
  readonly gaps: readonly LocatedProblem[];
  /** Right, but perhaps not what was meant. */
  readonly notes: readonly LocatedProblem[];
};

type Parsed<T> = { readonly file: string; readonly content: T; readonly locate: YamlFile['locate'] };

/** Reads, checks and remembers where everything stood. */
class Reading {
  readonly problems: LocatedProblem[] = [];
  readonly gaps: LocatedProblem[] = [];
  readonly notes: LocatedProblem[] = [];
  readonly #locate = new Map<string, YamlFile['locate']>();

  constructor(private readonly root: string) {}

  parse<S extends z.ZodType>(
    file: string,
    schema: S,
    before: (content: unknown) => unknown = (content) => content,
  ): Parsed<z.output<S>> | null {
    const shown = path.relative(this.root, file);
    const read = readYaml(file, shown);
    if (!read.ok) {
      this.problems.push(...read.problems);
      return null;
    }
    this.#locate.set(shown, read.file.locate);
    const result = schema.safeParse(before(read.file.content), { reportInput: true });
    if (result.success) return { file: shown, content: result.data, locate: read.file.locate };
    this.report(grammarProblems(shown, result.error.issues, knownKeys(schema)));
    return null;
  }

  report(problems: readonly Problem[], into: LocatedProblem[] = this.problems): void {
    for (const { file, path: at, message, fix } of problems) {
      into.push({ file, ...(this.#locate.get(file)?.(at) ?? { line: 1, column: 1 }), message, fix });
    }
  }
}

const attempt = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch {
    return null;
  }
};

function logoOf(
  reading: Reading,
  folder: string,
  written: Parsed<z.output<typeof controllerFileSchema>>,
): string | null {
  const { logo } = written.content;
  if (logo === undefined) return null;
  const svg = attempt(() => readFileSync(path.join(folder, logo), 'utf8'));
  if (svg === null || !svg.includes('<svg')) {
    reading.report([
      {
        file: written.file,
        path: ['logo'],
        message: `${logo} is not there, or is not an SVG`,
        fix: 'put the file beside controller.yaml, or remove "logo"',
      },
    ]);
  } else if (/<script|\son\w+\s*=|javascript:|<foreignObject/i.test(svg)) {
    reading.report([
      { file: written.file, path: ['logo'], message: `${logo} holds a script`, fix: 'export it as a plain drawing' },
    ]);
  } else {
    return svg;
  }
  return null;
}

function dataMapFiles(folder: string): string[] {
  const parts = attempt(() => readdirSync(path.join(folder, 'data-map'))) ?? [];
  const isYaml = (name: string) => /\.ya?ml$/.test(name);
  return [
    'data-map.yaml',
    ...parts
      .filter(isYaml)
      .sort()
      .map((name) => path.join('data-map', name)),
  ].map((name) => path.join(folder, name));
}

function loadController(reading: Reading, folder: string): LoadedController | null {
  const written = reading.parse(path.join(folder, 'controller.yaml'), controllerFileSchema);
  const files: ParsedFile[] = [];
  let whole = true;
  for (const file of dataMapFiles(folder)) {
    const parsed = reading.parse(file, dataMapFileSchema, (content) =>
      withInstanceKey(content, path.basename(file).replace(/\.ya?ml$/, '')),
    );
    if (parsed === null) whole = false;
    else files.push(parsed);
  }
  if (written === null) return null;
  reading.report(checkController(written.file, path.basename(folder), written.content));
  const definition = buildController(written.content, logoOf(reading, folder, written));
  // With a file missing, every id it defines would be reported as unknown.
  if (!whole) return null;
  const { dataMap, portal, problems, gaps, notes } = buildDataMap(files, {
    languages: definition.languages,
    country: definition.establishment.country,
    identifierKinds: definition.identifiers.map(({ kind }) => kind),
  });
  reading.report(problems);
  reading.report(gaps, reading.gaps);
  reading.report(notes, reading.notes);
  const grounds = checkGrounds(files, definition.regimes);
  reading.report(grounds.problems);
  reading.report(grounds.notes, reading.notes);
  reading.report(checkSecrets(files, definition.regimes), reading.notes);
  const at = { file: files.at(0)?.file ?? written.file, path: ['rightsdesk'] };
  reading.report(
    unstatedOfPortal(portal).map((gap) => ({ ...at, ...gap })),
    reading.gaps,
  );
  const held = withPortal(dataMap, PORTAL_WORDS, portal, definition.retention.caseDays);
  return { definition, dataMap, held, accent: accentOf(definition.brandColour), intake: intakeOf(definition, dataMap) };
}

/**
 * Every controller of a folder: one folder each, with controller.yaml, data-map.yaml and, where that grows long, data-map/*.yaml.
 * Never throws for what an operator may have written: that is in `problems`, each with file, line, and what to write instead.
 */
export function loadControllers(dir: string): LoadedControllers {
  const reading = new Reading(dir);
  const controllers = new Map<string, LoadedController>();
  const entries = attempt(() => readdirSync(dir, { withFileTypes: true }));
  const folders = (entries ?? [])
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
  if (folders.length === 0) {
    reading.problems.push({
      file: dir,
      line: 1,
      column: 1,
      message: entries === null ? 'this folder cannot be read' : 'this folder holds no controller',
      fix: 'set CONTROLLERS_DIR to a folder with one folder for each controller',
    });
  }
  const prefixes = new Map<string, string>();
  for (const name of folders) {
    const loaded = loadController(reading, path.join(dir, name));
    if (loaded === null) continue;
    const { referencePrefix } = loaded.definition;
    const earlier = prefixes.get(referencePrefix);
    if (earlier !== undefined) {
      reading.report([
        {
          file: path.join(name, 'controller.yaml'),
          path: ['referencePrefix'],
          message: `${earlier} has the same prefix`,
          fix: 'choose two other capital letters',
        },
      ]);
    }
    prefixes.set(referencePrefix, name);
    controllers.set(name, loaded);
  }
  return { controllers, problems: reading.problems, gaps: reading.gaps, notes: reading.notes };
}

/** `controllers/shop/data-map.yaml:12:7 message. Fix: …`, the form in which editors and terminals make a link of it. */
export const problemLine = (dir: string, { file, line, column, message, fix }: LocatedProblem): string =>
  `${file === dir ? dir : path.join(dir, file)}:${line}:${column} ${message}. To mend it: ${fix}.`;
