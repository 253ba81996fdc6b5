-- A system has taken a signed task and answers later: until when it is waited for, and the calls by which it says that it has done it.
CREATE TABLE "AwaitedTask" (
  "id" UUID NOT NULL,
  "caseId" UUID NOT NULL,
  "systemId" TEXT NOT NULL,
  "taskHash" BYTEA NOT NULL,
  "job" TEXT NOT NULL CONSTRAINT "AwaitedTask_job_check" CHECK ("job" IN ('collect', 'carryOut', 'planErasure', 'erase')),
  "subjectId" UUID NOT NULL,
  "takenAt" TIMESTAMPTZ(6) NOT NULL,
  "answerBy" TIMESTAMPTZ(6) NOT NULL,
  "calledBackAt" TIMESTAMPTZ(6),
  "handedOverAt" TIMESTAMPTZ(6),
  CONSTRAINT "AwaitedTask_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "AwaitedTask_subjectId_job_taskHash_key" ON "AwaitedTask" ("subjectId", "job", "taskHash");
CREATE INDEX "AwaitedTask_taskHash_idx" ON "AwaitedTask" ("taskHash");
CREATE INDEX "AwaitedTask_caseId_idx" ON "AwaitedTask" ("caseId");
ALTER TABLE "AwaitedTask" ADD CONSTRAINT "AwaitedTask_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "CallBack" (
  "controllerId" TEXT NOT NULL,
  "systemId" TEXT NOT NULL,
  "idHash" BYTEA NOT NULL,
  "receivedAt" TIMESTAMPTZ(6) NOT NULL,
  CONSTRAINT "CallBack_pkey" PRIMARY KEY ("controllerId", "systemId", "idHash")
);
