/**
 * What the files of a collection are. `document`: each is handed over as it is, and its record says its name, kind, size and sum. The others hold
 * records: one object or a list of them, one a line, or rows under a line of names.
 */
export type FileContent = 'document' | 'json' | 'ndjson' | 'csv';

/**
 * Where the files of a collection lie, below the folder of their system. `path` leads to them by names, of which `{field}` stands for a value; one
 * that ends with a slash is a folder, and everything below it is meant. `index` is a file with a row for each file, which `name` names in it.
 */
export type FileCollection =
  | { readonly kind: 'files'; readonly path: string; readonly content: FileContent }
  | { readonly kind: 'index'; readonly index: string; readonly name: string };
