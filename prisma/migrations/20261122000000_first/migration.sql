-- CreateTable
CREATE TABLE "AuditEvent" (
    "position" BIGSERIAL NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "kind" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "controllerId" TEXT,
    "caseId" UUID,
    "reference" TEXT,
    "body" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "AuditLeaf" (
    "index" BIGINT NOT NULL,
    "eventId" UUID NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditLeaf_pkey" PRIMARY KEY ("index")
);

-- CreateTable
CREATE TABLE "Checkpoint" (
    "treeSize" BIGINT NOT NULL,
    "root" BYTEA NOT NULL,
    "note" TEXT NOT NULL,
    "subtrees" BYTEA NOT NULL,
    "signedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Checkpoint_pkey" PRIMARY KEY ("treeSize")
);

-- CreateTable
CREATE TABLE "RequestDraft" (
    "id" UUID NOT NULL,
    "secretHash" BYTEA NOT NULL,
    "controllerId" TEXT NOT NULL,
    "wrappedKey" BYTEA NOT NULL,
    "sealedAnswers" BYTEA NOT NULL,
    "caseId" UUID,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "RequestDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RightsRequest" (
    "id" UUID NOT NULL,
    "controllerId" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(6) NOT NULL,
    "sealedAnswers" BYTEA NOT NULL,

    CONSTRAINT "RightsRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "controllerId" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "residence" TEXT NOT NULL,
    "forWhom" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "receivedAt" TIMESTAMPTZ(6) NOT NULL,
    "dueOn" DATE NOT NULL,
    "nextStep" TEXT NOT NULL,
    "nextStepByOn" DATE,
    "emailConfirmedAt" TIMESTAMPTZ(6),
    "identityMethod" TEXT,
    "identityAt" TIMESTAMPTZ(6),
    "identityById" UUID,
    "assigneeId" UUID,
    "decidedById" UUID,
    "closedHow" TEXT,
    "closedAt" TIMESTAMPTZ(6),
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseKey" (
    "caseId" UUID NOT NULL,
    "wrappedKey" BYTEA,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "destroyedAt" TIMESTAMPTZ(6),

    CONSTRAINT "CaseKey_pkey" PRIMARY KEY ("caseId")
);

-- CreateTable
CREATE TABLE "RightItem" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "right" TEXT NOT NULL,
    "regime" TEXT NOT NULL,
    "outcome" TEXT,
    "grounds" TEXT[],
    "sealedFacts" BYTEA,
    "decidedAt" TIMESTAMPTZ(6),
    "decidedById" UUID,
    "approvedAt" TIMESTAMPTZ(6),
    "approvedById" UUID,

    CONSTRAINT "RightItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClockEvent" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "ClockEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BlindIndexEntry" (
    "caseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,

    CONSTRAINT "BlindIndexEntry_pkey" PRIMARY KEY ("caseId","kind","digest")
);

-- CreateTable
CREATE TABLE "CollectionTask" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "systemId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "records" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(6),
    "endedAt" TIMESTAMPTZ(6),

    CONSTRAINT "CollectionTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceResult" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "collectionId" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "reason" TEXT,
    "records" INTEGER NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "answeredAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "SourceResult_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CollectedPart" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "resultId" UUID NOT NULL,
    "partNo" INTEGER NOT NULL,
    "firstRecord" INTEGER NOT NULL,
    "records" INTEGER NOT NULL,
    "blobKey" TEXT NOT NULL,

    CONSTRAINT "CollectedPart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Redaction" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "collectionId" TEXT NOT NULL,
    "recordNo" INTEGER NOT NULL,
    "field" TEXT,
    "scope" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "sealedDetail" BYTEA NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(6),

    CONSTRAINT "Redaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Bundle" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'building',
    "recordsWritten" INTEGER NOT NULL DEFAULT 0,
    "blobKey" TEXT,
    "sizeBytes" BIGINT,
    "sha256" TEXT,
    "manifestSha256" TEXT,
    "contents" JSONB,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sealedAt" TIMESTAMPTZ(6),
    "expiresAt" TIMESTAMPTZ(6),

    CONSTRAINT "Bundle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DownloadAttempt" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "bundleId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(6),

    CONSTRAINT "DownloadAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessToken" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "consumedAt" TIMESTAMPTZ(6),

    CONSTRAINT "AccessToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequesterSession" (
    "id" UUID NOT NULL,
    "secretHash" BYTEA NOT NULL,
    "caseId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "freshUntil" TIMESTAMPTZ(6),

    CONSTRAINT "RequesterSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "sealedMail" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastFailure" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(6),
    "transportId" TEXT,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "staffId" UUID,
    "sealedBody" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(6),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "windowAt" TIMESTAMPTZ(6) NOT NULL,
    "hits" INTEGER NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key","windowAt")
);

-- CreateTable
CREATE TABLE "StaffMember" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "sealedTotp" BYTEA NOT NULL,
    "totpStep" INTEGER NOT NULL DEFAULT 0,
    "roles" TEXT[],
    "controllerIds" TEXT[],
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "failedSignIns" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(6),
    "disabledAt" TIMESTAMPTZ(6),
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_id_key" ON "AuditEvent"("id");

-- CreateIndex
CREATE INDEX "AuditEvent_caseId_position_idx" ON "AuditEvent"("caseId", "position");

-- CreateIndex
CREATE INDEX "AuditEvent_kind_position_idx" ON "AuditEvent"("kind", "position");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_position_idx" ON "AuditEvent"("actorId", "position");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE UNIQUE INDEX "AuditLeaf_eventId_key" ON "AuditLeaf"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "RequestDraft_secretHash_key" ON "RequestDraft"("secretHash");

-- CreateIndex
CREATE UNIQUE INDEX "RequestDraft_caseId_key" ON "RequestDraft"("caseId");

-- CreateIndex
CREATE INDEX "RequestDraft_expiresAt_idx" ON "RequestDraft"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "RightsRequest_reference_key" ON "RightsRequest"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Case_requestId_key" ON "Case"("requestId");

-- CreateIndex
CREATE UNIQUE INDEX "Case_reference_key" ON "Case"("reference");

-- CreateIndex
CREATE INDEX "Case_state_dueOn_id_idx" ON "Case"("state", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Case_controllerId_state_dueOn_id_idx" ON "Case"("controllerId", "state", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Case_dueOn_id_idx" ON "Case"("dueOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RightItem_caseId_regime_right_key" ON "RightItem"("caseId", "regime", "right");

-- CreateIndex
CREATE INDEX "ClockEvent_caseId_at_idx" ON "ClockEvent"("caseId", "at");

-- CreateIndex
CREATE INDEX "BlindIndexEntry_kind_digest_idx" ON "BlindIndexEntry"("kind", "digest");

-- CreateIndex
CREATE UNIQUE INDEX "CollectionTask_caseId_systemId_key" ON "CollectionTask"("caseId", "systemId");

-- CreateIndex
CREATE UNIQUE INDEX "SourceResult_caseId_collectionId_key" ON "SourceResult"("caseId", "collectionId");

-- CreateIndex
CREATE UNIQUE INDEX "CollectedPart_blobKey_key" ON "CollectedPart"("blobKey");

-- CreateIndex
CREATE UNIQUE INDEX "CollectedPart_resultId_partNo_key" ON "CollectedPart"("resultId", "partNo");

-- CreateIndex
CREATE INDEX "Redaction_caseId_collectionId_recordNo_idx" ON "Redaction"("caseId", "collectionId", "recordNo");

-- CreateIndex
CREATE INDEX "Bundle_caseId_createdAt_idx" ON "Bundle"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "DownloadAttempt_caseId_startedAt_idx" ON "DownloadAttempt"("caseId", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "AccessToken_tokenHash_key" ON "AccessToken"("tokenHash");

-- CreateIndex
CREATE INDEX "AccessToken_caseId_purpose_createdAt_idx" ON "AccessToken"("caseId", "purpose", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "RequesterSession_secretHash_key" ON "RequesterSession"("secretHash");

-- CreateIndex
CREATE INDEX "RequesterSession_expiresAt_idx" ON "RequesterSession"("expiresAt");

-- CreateIndex
CREATE INDEX "Notice_caseId_createdAt_idx" ON "Notice"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "Notice_state_createdAt_idx" ON "Notice"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Message_caseId_createdAt_idx" ON "Message"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "RateLimit_windowAt_idx" ON "RateLimit"("windowAt");

-- CreateIndex
CREATE UNIQUE INDEX "StaffMember_email_key" ON "StaffMember"("email");

-- AddForeignKey
ALTER TABLE "AuditLeaf" ADD CONSTRAINT "AuditLeaf_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "AuditEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "RightsRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseKey" ADD CONSTRAINT "CaseKey_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RightItem" ADD CONSTRAINT "RightItem_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClockEvent" ADD CONSTRAINT "ClockEvent_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlindIndexEntry" ADD CONSTRAINT "BlindIndexEntry_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionTask" ADD CONSTRAINT "CollectionTask_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceResult" ADD CONSTRAINT "SourceResult_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceResult" ADD CONSTRAINT "SourceResult_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "CollectionTask"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectedPart" ADD CONSTRAINT "CollectedPart_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectedPart" ADD CONSTRAINT "CollectedPart_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "SourceResult"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Bundle" ADD CONSTRAINT "Bundle_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DownloadAttempt" ADD CONSTRAINT "DownloadAttempt_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DownloadAttempt" ADD CONSTRAINT "DownloadAttempt_bundleId_fkey" FOREIGN KEY ("bundleId") REFERENCES "Bundle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequesterSession" ADD CONSTRAINT "RequesterSession_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- The log is append-only for everyone who comes through SQL, the application included (Art. 5(2) GDPR: accountability).
CREATE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_log();
CREATE TRIGGER "AuditEvent_no_truncate" BEFORE TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();
CREATE TRIGGER "AuditLeaf_append_only" BEFORE UPDATE OR DELETE ON "AuditLeaf" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_log();
CREATE TRIGGER "AuditLeaf_no_truncate" BEFORE TRUNCATE ON "AuditLeaf" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();
CREATE TRIGGER "Checkpoint_append_only" BEFORE UPDATE OR DELETE ON "Checkpoint" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_log();
CREATE TRIGGER "Checkpoint_no_truncate" BEFORE TRUNCATE ON "Checkpoint" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();

-- What was submitted is evidence: it never changes. Only its deletion, when a case is purged, is possible.
CREATE FUNCTION refuse_change_of_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A submitted request is immutable' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "RightsRequest_immutable" BEFORE UPDATE ON "RightsRequest" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_request();

-- A destroyed key stays destroyed.
CREATE FUNCTION refuse_key_revival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."destroyedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'The key of this case was destroyed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "CaseKey_no_revival" BEFORE UPDATE ON "CaseKey" FOR EACH ROW EXECUTE FUNCTION refuse_key_revival();
