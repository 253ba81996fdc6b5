-- The person whose data it is says whether somebody acts for them.
CREATE TABLE "Mandate" (
  "id" UUID NOT NULL,
  "caseId" UUID NOT NULL,
  "tokenHash" BYTEA NOT NULL,
  "askedAt" TIMESTAMPTZ(6) NOT NULL,
  "answerBy" TIMESTAMPTZ(6) NOT NULL,
  "remindedAt" TIMESTAMPTZ(6),
  "silentAt" TIMESTAMPTZ(6),
  "answer" TEXT CONSTRAINT "Mandate_answer_listed" CHECK ("answer" IN ('confirmed', 'stopped')),
  "answeredAt" TIMESTAMPTZ(6),
  CONSTRAINT "Mandate_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Mandate_caseId_key" ON "Mandate" ("caseId");
CREATE UNIQUE INDEX "Mandate_tokenHash_key" ON "Mandate" ("tokenHash");
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Case" DROP CONSTRAINT "Case_nextStep_listed",
  ADD CONSTRAINT "Case_nextStep_listed" CHECK ("nextStep" IN ('mendNotice', 'retryEffect', 'stopUse', 'carryOut', 'tellRecipients', 'planErasure', 'mendErasure', 'approveErasure', 'awaitErasure', 'awaitEmail', 'nameSubject', 'acceptIdentity', 'awaitSubject', 'awaitReply', 'startCollection', 'awaitSources', 'retrySource', 'decide', 'decideAgain', 'approve', 'mendBundle', 'awaitBundle', 'awaitEffects', 'awaitRecipients', 'awaitNotice', 'awaitDownload', 'close', 'closeStopped', 'readMessage', 'acknowledge', 'askIdentity', 'askClarification', 'extend', 'rejectIdentity', 'approveRejection', 'none')),
  DROP CONSTRAINT "Case_identityMethod_listed",
  ADD CONSTRAINT "Case_identityMethod_listed" CHECK ("identityMethod" IN ('confirmedEmailOfAccount', 'confirmedEmail', 'subjectConfirmed', 'knownToDesk', 'evidence')),
  DROP CONSTRAINT "Case_closedHow_listed",
  ADD CONSTRAINT "Case_closedHow_listed" CHECK ("closedHow" IN ('answered', 'withdrawn', 'unverified', 'stopped'));
ALTER TABLE "Notice" DROP CONSTRAINT "Notice_kind_listed",
  ADD CONSTRAINT "Notice_kind_listed" CHECK ("kind" IN ('confirmEmail', 'acknowledgement', 'mandateAsked', 'mandateReminder', 'mandateStopped', 'question', 'extension', 'accessLink', 'deliveryCode', 'contactFrom', 'contactTo', 'contactChanged', 'answerReady', 'carriedOut', 'erasurePlanned', 'erasureCancelled', 'erased', 'liftingPlanned', 'liftingCancelled', 'restrictionLifted', 'newMessage', 'identityRejected', 'withdrawn', 'reopened', 'closed'));
