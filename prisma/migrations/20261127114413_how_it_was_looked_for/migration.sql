ALTER TABLE "SourceResult" ADD COLUMN "sought" JSONB;
