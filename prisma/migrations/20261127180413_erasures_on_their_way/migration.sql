-- An erasure is planned, agreed to by a second person and told to the requester before it begins; each plan of a case is a row.
DROP INDEX "Erasure_caseId_planDigest_key";
ALTER TABLE "Erasure"
  ADD COLUMN "state" TEXT,
  ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "askedAt" TIMESTAMPTZ(6),
  ADD COLUMN "askedById" UUID,
  ADD COLUMN "problems" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "systems" TEXT[] DEFAULT '{}',
  ADD COLUMN "left" TEXT[] DEFAULT '{}',
  ADD COLUMN "approvedAt" TIMESTAMPTZ(6),
  ADD COLUMN "approvedById" UUID,
  ADD COLUMN "coolingOffDays" INTEGER,
  ADD COLUMN "noticeId" UUID,
  ADD COLUMN "cancelledAt" TIMESTAMPTZ(6),
  ADD COLUMN "failure" TEXT,
  ADD COLUMN "retryAt" TIMESTAMPTZ(6),
  ADD COLUMN "sealedChanges" BYTEA,
  ADD COLUMN "sealedCertificate" BYTEA;
-- What was begun by an earlier version was looked at by whoever ran it, after two people had agreed that the right be granted.
UPDATE "Erasure" SET
  "state" = CASE WHEN "provedAt" IS NULL THEN 'running' ELSE 'proved' END,
  "askedAt" = "begunAt",
  "askedById" = (SELECT "decidedById" FROM "RightItem" r WHERE r."caseId" = "Erasure"."caseId" AND r."right" IN ('erasure', 'delete', 'delete_drop') AND "decidedById" IS NOT NULL LIMIT 1),
  "systems" = COALESCE((SELECT array_agg("systemId" ORDER BY "systemId") FROM "ErasedSystem" s WHERE s."erasureId" = "Erasure"."id"), '{}');
DELETE FROM "ErasedSystem" WHERE "erasureId" IN (SELECT "id" FROM "Erasure" WHERE "askedById" IS NULL);
DELETE FROM "Erasure" WHERE "askedById" IS NULL;
ALTER TABLE "Erasure"
  ALTER COLUMN "state" SET NOT NULL,
  ALTER COLUMN "askedAt" SET NOT NULL,
  ALTER COLUMN "askedById" SET NOT NULL,
  ALTER COLUMN "systems" DROP DEFAULT,
  ALTER COLUMN "left" DROP DEFAULT,
  ALTER COLUMN "planDigest" DROP NOT NULL,
  ALTER COLUMN "sealedPlan" DROP NOT NULL,
  ALTER COLUMN "begunAt" DROP NOT NULL,
  ADD CONSTRAINT "Erasure_state_listed" CHECK ("state" IN ('planning', 'unplanned', 'planned', 'approved', 'cancelled', 'running', 'stopped', 'handedOver', 'proved', 'dropped'));
CREATE INDEX "Erasure_caseId_askedAt_idx" ON "Erasure" ("caseId", "askedAt");
ALTER TABLE "Case" DROP CONSTRAINT "Case_nextStep_listed",
  ADD CONSTRAINT "Case_nextStep_listed" CHECK ("nextStep" IN ('mendNotice', 'stopUse', 'carryOut', 'planErasure', 'mendErasure', 'approveErasure', 'awaitErasure', 'awaitEmail', 'nameSubject', 'acceptIdentity', 'awaitReply', 'startCollection', 'awaitSources', 'retrySource', 'decide', 'decideAgain', 'approve', 'mendBundle', 'awaitBundle', 'awaitNotice', 'awaitDownload', 'close', 'readMessage', 'acknowledge', 'askIdentity', 'askClarification', 'extend', 'rejectIdentity', 'approveRejection', 'none'));
ALTER TABLE "Notice" DROP CONSTRAINT "Notice_kind_listed",
  ADD CONSTRAINT "Notice_kind_listed" CHECK ("kind" IN ('confirmEmail', 'acknowledgement', 'question', 'extension', 'accessLink', 'deliveryCode', 'answerReady', 'carriedOut', 'erasurePlanned', 'erasureCancelled', 'erased', 'newMessage', 'identityRejected', 'withdrawn', 'reopened', 'closed'));
