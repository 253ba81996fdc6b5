-- What a try has kept belongs to that try: parts carry the number of the try instead of hanging on a result that tries share.
ALTER TABLE "CollectedPart" ADD COLUMN "taskId" UUID, ADD COLUMN "attempt" INTEGER, ADD COLUMN "collectionId" TEXT, ADD COLUMN "bytes" INTEGER NOT NULL DEFAULT 0;

UPDATE "CollectionTask" SET "attempts" = 1 WHERE "attempts" = 0 AND "state" IN ('running', 'answered');

UPDATE "CollectedPart" p SET "taskId" = r."taskId", "attempt" = t."attempts", "collectionId" = r."collectionId"
  FROM "SourceResult" r JOIN "CollectionTask" t ON t."id" = r."taskId" WHERE r."id" = p."resultId";

ALTER TABLE "CollectedPart" DROP CONSTRAINT "CollectedPart_resultId_fkey";
DROP INDEX "CollectedPart_resultId_partNo_key";
ALTER TABLE "CollectedPart" DROP COLUMN "resultId", ALTER COLUMN "bytes" DROP DEFAULT,
  ALTER COLUMN "taskId" SET NOT NULL, ALTER COLUMN "attempt" SET NOT NULL, ALTER COLUMN "collectionId" SET NOT NULL;
ALTER TABLE "CollectedPart" ADD CONSTRAINT "CollectedPart_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "CollectionTask"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "CollectedPart_taskId_attempt_collectionId_partNo_key" ON "CollectedPart"("taskId", "attempt", "collectionId", "partNo");

-- A result is written with the answer. One that was begun for an answer that never came says nothing; where the case went on without it,
-- it stays, so that no copy is made from it.
DELETE FROM "SourceResult" r USING "Case" c WHERE c."id" = r."caseId" AND r."result" = 'collecting' AND c."state" = 'collecting';

ALTER TABLE "CollectionTask" ADD COLUMN "retryAt" TIMESTAMPTZ(6);
ALTER TABLE "Bundle" ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "failure" TEXT, ADD COLUMN "retryAt" TIMESTAMPTZ(6);
-- One copy of a case at a time: not a hope, a fence.
ALTER TABLE "Bundle" ADD CONSTRAINT "Bundle_one_at_a_time" EXCLUDE USING btree ("caseId" WITH =) WHERE ("state" IN ('building', 'failed'));
