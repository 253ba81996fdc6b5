-- Recipients are told of what was erased, corrected or restricted.
CREATE TABLE "RecipientNotice" (
  "id" UUID NOT NULL,
  "caseId" UUID NOT NULL,
  "step" TEXT NOT NULL CONSTRAINT "RecipientNotice_step_listed" CHECK ("step" IN ('erased', 'rectified', 'restricted')),
  "recipientId" TEXT NOT NULL,
  "collections" TEXT[],
  "tokenHash" BYTEA NOT NULL,
  "createdAt" TIMESTAMPTZ(6) NOT NULL,
  "state" TEXT
    CONSTRAINT "RecipientNotice_state_listed" CHECK ("state" IN ('queued', 'handedOver', 'sent', 'delayed', 'uncertain', 'failed')),
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "lastFailure" TEXT,
  "sentAt" TIMESTAMPTZ(6),
  "transportId" TEXT,
  "toldOn" DATE,
  "toldById" UUID,
  "sealedReceipt" BYTEA,
  "excusedFor" TEXT CONSTRAINT "RecipientNotice_excusedFor_listed" CHECK ("excusedFor" IN ('impossible', 'disproportionate', 'map')),
  "excusedById" UUID,
  "sealedReason" BYTEA,
  "confirmedAt" TIMESTAMPTZ(6),
  CONSTRAINT "RecipientNotice_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "RecipientNotice_tokenHash_key" ON "RecipientNotice" ("tokenHash");
CREATE INDEX "RecipientNotice_caseId_idx" ON "RecipientNotice" ("caseId");
ALTER TABLE "RecipientNotice" ADD CONSTRAINT "RecipientNotice_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Case" DROP CONSTRAINT "Case_nextStep_listed",
  ADD CONSTRAINT "Case_nextStep_listed" CHECK ("nextStep" IN ('mendNotice', 'retryEffect', 'stopUse', 'carryOut', 'tellRecipients', 'planErasure', 'mendErasure', 'approveErasure', 'awaitErasure', 'awaitEmail', 'nameSubject', 'acceptIdentity', 'awaitReply', 'startCollection', 'awaitSources', 'retrySource', 'decide', 'decideAgain', 'approve', 'mendBundle', 'awaitBundle', 'awaitEffects', 'awaitRecipients', 'awaitNotice', 'awaitDownload', 'close', 'readMessage', 'acknowledge', 'askIdentity', 'askClarification', 'extend', 'rejectIdentity', 'approveRejection', 'none'));
