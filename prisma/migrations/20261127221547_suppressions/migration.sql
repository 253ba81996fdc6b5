-- Identifiers that were erased, keyed, so that a restore or an import that brings them back is seen.
CREATE TABLE "Suppression" (
  "controllerId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "digest" BYTEA NOT NULL,
  "keyId" TEXT NOT NULL,
  "erasedOn" DATE NOT NULL,
  "keptUntil" DATE NOT NULL,
  CONSTRAINT "Suppression_pkey" PRIMARY KEY ("controllerId", "kind", "digest")
);
CREATE INDEX "Suppression_keptUntil_idx" ON "Suppression" ("keptUntil");
