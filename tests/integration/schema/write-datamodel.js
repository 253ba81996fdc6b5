// A generator for `prisma generate` that writes down the schema as Prisma itself has read it, for drift.test.ts.
import { writeFileSync } from 'node:fs';
import generator from '@prisma/generator-helper';

generator.generatorHandler({
  onManifest: () => ({ prettyName: 'datamodel' }),
  onGenerate: async ({ dmmf, generator: { output } }) => {
    writeFileSync(output?.value ?? '', JSON.stringify(dmmf.datamodel));
  },
});
