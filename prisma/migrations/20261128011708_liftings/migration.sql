-- A restriction lasts beyond its case, and is lifted after the person was told: Art. 18(3) GDPR.
CREATE TABLE "Lifting" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "rightItemId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'announced',
    "why" TEXT NOT NULL,
    "liftOn" DATE NOT NULL,
    "noticeId" UUID NOT NULL,
    "announcedById" UUID NOT NULL,
    "announcedAt" TIMESTAMPTZ(6) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(6),
    "begunAt" TIMESTAMPTZ(6),
    "liftedAt" TIMESTAMPTZ(6),
    CONSTRAINT "Lifting_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Lifting_state_listed" CHECK ("state" IN ('announced', 'lifting', 'lifted', 'cancelled')),
    CONSTRAINT "Lifting_why_listed" CHECK ("why" IN ('accuracySettled', 'objectionDecided', 'useLawful', 'claimsOver', 'personAsked', 'other'))
);
CREATE INDEX "Lifting_caseId_idx" ON "Lifting"("caseId");
ALTER TABLE "Lifting" ADD CONSTRAINT "Lifting_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Lifting" ADD CONSTRAINT "Lifting_rightItemId_fkey" FOREIGN KEY ("rightItemId") REFERENCES "RightItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "RightItem" ADD COLUMN "restrictedFor" TEXT
  CONSTRAINT "RightItem_restrictedFor_listed" CHECK ("restrictedFor" IN ('accuracy', 'unlawful', 'claims', 'objection'));
CREATE INDEX "RightItem_right_carriedOutOn_idx" ON "RightItem"("right", "carriedOutOn");

ALTER TABLE "Effect" DROP CONSTRAINT "Effect_step_listed",
  ADD CONSTRAINT "Effect_step_listed" CHECK ("step" IN ('setPreference', 'rectify', 'restrict', 'lift'));
ALTER TABLE "RecipientNotice" DROP CONSTRAINT "RecipientNotice_step_listed",
  ADD CONSTRAINT "RecipientNotice_step_listed" CHECK ("step" IN ('erased', 'rectified', 'restricted', 'lifted'));
ALTER TABLE "Notice" DROP CONSTRAINT "Notice_kind_listed",
  ADD CONSTRAINT "Notice_kind_listed" CHECK ("kind" IN ('confirmEmail', 'acknowledgement', 'question', 'extension', 'accessLink', 'deliveryCode', 'contactFrom', 'contactTo', 'contactChanged', 'answerReady', 'carriedOut', 'erasurePlanned', 'erasureCancelled', 'erased', 'liftingPlanned', 'liftingCancelled', 'restrictionLifted', 'newMessage', 'identityRejected', 'withdrawn', 'reopened', 'closed'));
