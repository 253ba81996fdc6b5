-- What was begun of an erasure and how far each system has come: a try that was killed is taken up by it and reports the whole.
CREATE TABLE "Erasure" (
  "id" UUID NOT NULL,
  "caseId" UUID NOT NULL,
  "planDigest" TEXT NOT NULL,
  "sealedPlan" BYTEA NOT NULL,
  "begunAt" TIMESTAMPTZ(6) NOT NULL,
  "provedAt" TIMESTAMPTZ(6),
  CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Erasure_caseId_planDigest_key" ON "Erasure" ("caseId", "planDigest");
ALTER TABLE "Erasure" ADD CONSTRAINT "Erasure_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "ErasedSystem" (
  "erasureId" UUID NOT NULL,
  "systemId" TEXT NOT NULL,
  "state" TEXT NOT NULL CONSTRAINT "ErasedSystem_state_check" CHECK ("state" IN ('committing', 'erased')),
  "transactionId" TEXT,
  "sealedFacts" BYTEA NOT NULL,
  CONSTRAINT "ErasedSystem_pkey" PRIMARY KEY ("erasureId", "systemId")
);
ALTER TABLE "ErasedSystem" ADD CONSTRAINT "ErasedSystem_erasureId_fkey" FOREIGN KEY ("erasureId") REFERENCES "Erasure" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
