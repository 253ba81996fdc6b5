-- What must not be erased yet, and the rest of an erasure that goes on once nothing holds it any more.
CREATE TABLE "LegalHold" (
  "id" UUID NOT NULL,
  "controllerId" TEXT NOT NULL,
  "caseId" UUID,
  "collections" TEXT[],
  "groundId" TEXT NOT NULL CONSTRAINT "LegalHold_groundId_listed" CHECK ("groundId" IN ('GDPR-17-3-b', 'GDPR-17-3-e')),
  "reason" TEXT NOT NULL,
  "untilOn" DATE,
  "placedAt" TIMESTAMPTZ(6) NOT NULL,
  "placedById" UUID NOT NULL,
  "releasedAt" TIMESTAMPTZ(6),
  "releasedById" UUID,
  CONSTRAINT "LegalHold_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "LegalHold_controllerId_placedAt_idx" ON "LegalHold" ("controllerId", "placedAt");
CREATE INDEX "LegalHold_caseId_idx" ON "LegalHold" ("caseId");
ALTER TABLE "LegalHold" ADD CONSTRAINT "LegalHold_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Erasure" ADD COLUMN "holdIds" TEXT[], ADD COLUMN "continuesId" UUID;
