-- A right carried out in one system: a preference, a correction or a restriction, written there and read back.
CREATE TABLE "Effect" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "rightItemId" UUID NOT NULL,
    "systemId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "byPerson" BOOLEAN NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "retryAt" TIMESTAMPTZ(6),
    "sealedCorrection" BYTEA,
    "collections" JSONB,
    "startedById" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(6) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(6),
    CONSTRAINT "Effect_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Effect_step_listed" CHECK ("step" IN ('setPreference', 'rectify', 'restrict')),
    CONSTRAINT "Effect_state_listed" CHECK ("state" IN ('waiting', 'running', 'answered', 'failed'))
);
CREATE INDEX "Effect_caseId_idx" ON "Effect"("caseId");
ALTER TABLE "Effect" ADD CONSTRAINT "Effect_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Effect" ADD CONSTRAINT "Effect_rightItemId_fkey" FOREIGN KEY ("rightItemId") REFERENCES "RightItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Case" DROP CONSTRAINT "Case_nextStep_listed",
  ADD CONSTRAINT "Case_nextStep_listed" CHECK ("nextStep" IN ('mendNotice', 'retryEffect', 'stopUse', 'carryOut', 'planErasure', 'mendErasure', 'approveErasure', 'awaitErasure', 'awaitEmail', 'nameSubject', 'acceptIdentity', 'awaitReply', 'startCollection', 'awaitSources', 'retrySource', 'decide', 'decideAgain', 'approve', 'mendBundle', 'awaitBundle', 'awaitEffects', 'awaitNotice', 'awaitDownload', 'close', 'readMessage', 'acknowledge', 'askIdentity', 'askClarification', 'extend', 'rejectIdentity', 'approveRejection', 'none'));
