-- Files of messages, both ways: their bytes lie sealed in the blob store, as documents of systems do.
CREATE TABLE "MessageFile" (
  "id" UUID NOT NULL,
  "caseId" UUID NOT NULL,
  "messageId" UUID NOT NULL,
  "sha256" TEXT NOT NULL,
  "mediaType" TEXT NOT NULL,
  "bytes" INTEGER NOT NULL,
  "sealedName" BYTEA NOT NULL,
  "blobKey" TEXT NOT NULL,
  CONSTRAINT "MessageFile_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "MessageFile_blobKey_key" ON "MessageFile" ("blobKey");
CREATE INDEX "MessageFile_caseId_idx" ON "MessageFile" ("caseId");
CREATE INDEX "MessageFile_messageId_idx" ON "MessageFile" ("messageId");
ALTER TABLE "MessageFile" ADD CONSTRAINT "MessageFile_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MessageFile" ADD CONSTRAINT "MessageFile_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
