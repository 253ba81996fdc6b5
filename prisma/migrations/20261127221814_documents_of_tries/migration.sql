-- A document belongs to the try that brought it, whoever answered: the owner of a system, or a folder of files.
ALTER TABLE "InquiryDocument" RENAME TO "CollectedDocument";
ALTER TABLE "CollectedDocument" RENAME CONSTRAINT "InquiryDocument_pkey" TO "CollectedDocument_pkey";
ALTER TABLE "CollectedDocument" RENAME CONSTRAINT "InquiryDocument_caseId_fkey" TO "CollectedDocument_caseId_fkey";
ALTER INDEX "InquiryDocument_blobKey_key" RENAME TO "CollectedDocument_blobKey_key";
ALTER INDEX "InquiryDocument_caseId_collectionId_idx" RENAME TO "CollectedDocument_caseId_collectionId_idx";
ALTER TABLE "CollectedDocument" ADD COLUMN "taskId" UUID, ADD COLUMN "attempt" INTEGER;
UPDATE "CollectedDocument" d SET "taskId" = i."taskId", "attempt" = i."attempt" FROM "Inquiry" i WHERE i."id" = d."inquiryId";
ALTER TABLE "CollectedDocument" ALTER COLUMN "taskId" SET NOT NULL, ALTER COLUMN "attempt" SET NOT NULL, DROP COLUMN "inquiryId";
ALTER TABLE "CollectedDocument" ADD CONSTRAINT "CollectedDocument_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "CollectionTask" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "CollectedDocument_taskId_attempt_idx" ON "CollectedDocument" ("taskId", "attempt");
