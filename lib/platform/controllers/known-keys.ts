import { z } from 'zod';

/** Every key a schema has at any depth, so that a misspelt one can be answered with the one that was meant. */
export function knownKeys(schema: z.ZodType, seen = new Set<z.ZodType>()): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const inside = (parts: readonly unknown[]) => parts.flatMap((part) => knownKeys(part as z.ZodType, seen));
  if (schema instanceof z.ZodObject) return [...Object.keys(schema.shape), ...inside(Object.values(schema.shape))];
  if (schema instanceof z.ZodArray) return inside([schema.element]);
  if (schema instanceof z.ZodRecord) return inside([schema.valueType]);
  if (schema instanceof z.ZodUnion) return inside(schema.options);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return inside([schema.unwrap()]);
  if (schema instanceof z.ZodDefault) return inside([schema.unwrap()]);
  return [];
}
