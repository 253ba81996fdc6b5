-- Until now whoever acted for another gave identifiers of their own, so nothing is known that such a case could be searched by.
ALTER TABLE "Case" ADD COLUMN "findable" BOOLEAN NOT NULL DEFAULT true;
UPDATE "Case" SET "findable" = false WHERE "forWhom" <> 'self';

CREATE TABLE "SubjectIdentifier" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sealedValue" BYTEA NOT NULL,
    "addedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "SubjectIdentifier_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "SubjectIdentifier_caseId_idx" ON "SubjectIdentifier"("caseId");

ALTER TABLE "SubjectIdentifier" ADD CONSTRAINT "SubjectIdentifier_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
