import { readFileSync, readdirSync, statSync, existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CODE = /\.(ts|tsx|js|mjs)$/;
const NOT_OURS = /^lib\/platform\/db\/generated\//;

/** Paths relative to the checkout, with forward slashes. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder))
    .map((name) => posix.join(folder, name))
    .flatMap((path) => (statSync(join(ROOT, path)).isDirectory() ? filesUnder(path) : [path]))
    .filter((path) => !NOT_OURS.test(path))
    .sort();
}

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const codeUnder = (...folders: string[]): string[] =>
  folders.flatMap(filesUnder).filter((path) => CODE.test(path) && !path.endsWith('.d.ts'));

/** What the product is made of, tests apart. */
export const productCode = (): string[] => codeUnder('app', 'lib', 'emails');

export const absolute = (path: string): string => posix.join(ROOT, path);

/** Code with its types, for what the syntax alone does not tell. */
export function typed(paths: readonly string[]): { program: ts.Program; checker: ts.TypeChecker } {
  const { config } = ts.readConfigFile(absolute('tsconfig.json'), ts.sys.readFile) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  const program = ts.createProgram(paths.map(absolute), {
    ...options,
    noEmit: true,
    incremental: false,
    skipLibCheck: true,
  });
  return { program, checker: program.getTypeChecker() };
}

const parsed = new Map<string, ts.SourceFile>();

/** The syntax of a file, read once however many tests of a run look at it. */
export function parse(path: string): ts.SourceFile {
  const file = parsed.get(path) ?? ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  parsed.set(path, file);
  return file;
}

export type Import = {
  from: string;
  specifier: string;
  /** Path in the checkout, or null for a package. */ to: string | null;
  typeOnly: boolean;
  /** Loaded only when the line is reached: `await import(…)`. */
  later: boolean;
};

function resolve(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.') && !specifier.startsWith('@/')) return null;
  const path = specifier.startsWith('@/') ? specifier.slice(2) : posix.join(posix.dirname(from), specifier);
  const found = ['', '.ts', '.tsx', '.js']
    .map((end) => path + end)
    .find((file) => existsSync(join(ROOT, file)) && statSync(join(ROOT, file)).isFile());
  return found ?? path;
}

/** Every import of a file: static, re-exported and dynamic. */
export function importsOf(from: string): Import[] {
  const imports: Import[] = [];
  const add = (specifier: string, typeOnly: boolean, later = false): void => {
    imports.push({ from, specifier, to: resolve(from, specifier), typeOnly, later });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, node.isTypeOnly);
    else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] &&
      ts.isStringLiteral(node.arguments[0])
    )
      add(node.arguments[0].text, false, true);
    else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    )
      add(node.argument.literal.text, true);
    ts.forEachChild(node, visit);
  };
  visit(parse(from));
  return imports;
}
