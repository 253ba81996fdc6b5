-- AlterTable
ALTER TABLE "RightItem" ADD COLUMN     "stoppedAt" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "regime" TEXT NOT NULL,
    "clock" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "mailedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffMail" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastFailure" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(6),

    CONSTRAINT "StaffMail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Reminder_mailedAt_idx" ON "Reminder"("mailedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_caseId_regime_clock_mark_dueOn_key" ON "Reminder"("caseId", "regime", "clock", "mark", "dueOn");

-- CreateIndex
CREATE INDEX "StaffMail_createdAt_idx" ON "StaffMail"("createdAt");

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffMail" ADD CONSTRAINT "StaffMail_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
