-- A system that no connector reads: its owner is asked by a mailed link, and what they hand in lies beside the records of the case.
ALTER TABLE "CollectionTask" DROP CONSTRAINT "CollectionTask_state_listed";
ALTER TABLE "CollectionTask"
  ADD CONSTRAINT "CollectionTask_state_listed" CHECK ("state" IN ('waiting', 'running', 'asked', 'answered', 'failed'));

CREATE TABLE "Inquiry" (
  "id" UUID NOT NULL,
  "caseId" UUID NOT NULL,
  "taskId" UUID NOT NULL,
  "systemId" TEXT NOT NULL,
  "attempt" INTEGER NOT NULL,
  "tokenHash" BYTEA NOT NULL,
  "createdAt" TIMESTAMPTZ(6) NOT NULL,
  "answerBy" TIMESTAMPTZ(6) NOT NULL,
  "expiresAt" TIMESTAMPTZ(6) NOT NULL,
  "remindedAt" TIMESTAMPTZ(6),
  "answeredAt" TIMESTAMPTZ(6),
  "sealedNote" BYTEA,
  CONSTRAINT "Inquiry_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Inquiry_tokenHash_key" ON "Inquiry" ("tokenHash");
CREATE UNIQUE INDEX "Inquiry_taskId_attempt_key" ON "Inquiry" ("taskId", "attempt");
CREATE INDEX "Inquiry_caseId_idx" ON "Inquiry" ("caseId");
ALTER TABLE "Inquiry" ADD CONSTRAINT "Inquiry_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Inquiry" ADD CONSTRAINT "Inquiry_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "CollectionTask" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "InquiryMail" (
  "id" UUID NOT NULL,
  "inquiryId" UUID NOT NULL,
  "kind" TEXT NOT NULL CONSTRAINT "InquiryMail_kind_listed" CHECK ("kind" IN ('asked', 'reminder')),
  "state" TEXT NOT NULL DEFAULT 'queued'
    CONSTRAINT "InquiryMail_state_listed" CHECK ("state" IN ('queued', 'handedOver', 'sent', 'delayed', 'uncertain', 'failed')),
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "lastFailure" TEXT,
  "createdAt" TIMESTAMPTZ(6) NOT NULL,
  "sentAt" TIMESTAMPTZ(6),
  "transportId" TEXT,
  CONSTRAINT "InquiryMail_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "InquiryMail_inquiryId_idx" ON "InquiryMail" ("inquiryId");
ALTER TABLE "InquiryMail" ADD CONSTRAINT "InquiryMail_inquiryId_fkey" FOREIGN KEY ("inquiryId") REFERENCES "Inquiry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "InquiryDocument" (
  "id" UUID NOT NULL,
  "caseId" UUID NOT NULL,
  "inquiryId" UUID NOT NULL,
  "collectionId" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "mediaType" TEXT NOT NULL,
  "bytes" INTEGER NOT NULL,
  "sealedName" BYTEA NOT NULL,
  "blobKey" TEXT NOT NULL,
  CONSTRAINT "InquiryDocument_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "InquiryDocument_blobKey_key" ON "InquiryDocument" ("blobKey");
CREATE INDEX "InquiryDocument_caseId_collectionId_idx" ON "InquiryDocument" ("caseId", "collectionId");
ALTER TABLE "InquiryDocument" ADD CONSTRAINT "InquiryDocument_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "InquiryDocument" ADD CONSTRAINT "InquiryDocument_inquiryId_fkey" FOREIGN KEY ("inquiryId") REFERENCES "Inquiry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
