-- Sessions are rows from now on: whoever is signed in signs in once more.
ALTER TABLE "StaffMember" DROP COLUMN "sessionVersion", DROP COLUMN "failedSignIns", DROP COLUMN "lockedUntil",
ADD COLUMN "mustChangePassword" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "StaffSession" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "browser" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(6) NOT NULL,
    "endedAt" TIMESTAMPTZ(6),

    CONSTRAINT "StaffSession_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "StaffPlace" (
    "staffId" UUID NOT NULL,
    "key" BYTEA NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "StaffPlace_pkey" PRIMARY KEY ("staffId","key")
);
CREATE TABLE "SignInLimit" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "nextAt" TIMESTAMPTZ(6) NOT NULL,
    "who" TEXT,

    CONSTRAINT "SignInLimit_pkey" PRIMARY KEY ("key")
);
CREATE TABLE "RefusalCount" (
    "kind" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "windowAt" TIMESTAMPTZ(6) NOT NULL,
    "counted" INTEGER NOT NULL,
    "logged" INTEGER NOT NULL,
    "summedAt" TIMESTAMPTZ(6),

    CONSTRAINT "RefusalCount_pkey" PRIMARY KEY ("kind","caseId","windowAt")
);
CREATE TABLE "KeptWords" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "sealedFields" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "KeptWords_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "StaffSession_staffId_createdAt_idx" ON "StaffSession"("staffId", "createdAt");
CREATE INDEX "StaffSession_createdAt_idx" ON "StaffSession"("createdAt");
CREATE INDEX "StaffPlace_lastUsedAt_idx" ON "StaffPlace"("lastUsedAt");
CREATE INDEX "SignInLimit_who_idx" ON "SignInLimit"("who");
CREATE INDEX "SignInLimit_nextAt_idx" ON "SignInLimit"("nextAt");
CREATE INDEX "RefusalCount_summedAt_windowAt_idx" ON "RefusalCount"("summedAt", "windowAt");
CREATE INDEX "KeptWords_createdAt_idx" ON "KeptWords"("createdAt");

ALTER TABLE "StaffSession" ADD CONSTRAINT "StaffSession_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "StaffPlace" ADD CONSTRAINT "StaffPlace_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "KeptWords" ADD CONSTRAINT "KeptWords_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
