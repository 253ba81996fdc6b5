-- A case whose key is destroyed has files left until they are removed from their store too.
ALTER TABLE "Case" ADD COLUMN "clearedAt" TIMESTAMPTZ(6);
