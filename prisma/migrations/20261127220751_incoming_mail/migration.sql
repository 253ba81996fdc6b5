-- CreateTable
CREATE TABLE "IncomingMail" (
    "id" UUID NOT NULL,
    "controllerId" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "sealedMail" BYTEA,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "caseId" UUID,
    "receivedAt" TIMESTAMPTZ(6) NOT NULL,
    "settledAt" TIMESTAMPTZ(6),

    CONSTRAINT "IncomingMail_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "IncomingMail_state_listed" CHECK ("state" = ANY (ARRAY['waiting', 'entered', 'noted', 'dismissed']::text[]))
);

-- CreateIndex
CREATE INDEX "IncomingMail_state_receivedAt_idx" ON "IncomingMail"("state", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "IncomingMail_controllerId_digest_key" ON "IncomingMail"("controllerId", "digest");
