ALTER TABLE "AuditEvent" ADD COLUMN "tag" BYTEA;
ALTER TABLE "AuditLeaf" ADD COLUMN "tag" BYTEA;
ALTER TABLE "Checkpoint" ADD COLUMN "number" BIGINT, ADD COLUMN "tag" BYTEA;
ALTER TABLE "Instance" ADD COLUMN "beginPosition" BIGINT, ADD COLUMN "beginLeaf" BIGINT, ADD COLUMN "beginHead" BIGINT, ADD COLUMN "beginTag" BYTEA,
ADD COLUMN "headMailedAt" TIMESTAMPTZ(6);

-- From here on nothing is written without a tag, also not by a process of the old version that still runs. What is there is left as it is.
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_tagged" CHECK ("tag" IS NOT NULL) NOT VALID;
ALTER TABLE "AuditLeaf" ADD CONSTRAINT "AuditLeaf_tagged" CHECK ("tag" IS NOT NULL) NOT VALID;
ALTER TABLE "Checkpoint" ADD CONSTRAINT "Checkpoint_tagged" CHECK ("tag" IS NOT NULL AND "number" IS NOT NULL) NOT VALID;
