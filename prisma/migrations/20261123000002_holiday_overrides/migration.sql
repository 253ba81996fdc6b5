-- CreateTable
CREATE TABLE "HolidayOverride" (
    "id" UUID NOT NULL,
    "calendar" TEXT NOT NULL,
    "onDate" DATE NOT NULL,
    "change" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(6),
    "withdrawnById" UUID,

    CONSTRAINT "HolidayOverride_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HolidayOverride_calendar_onDate_idx" ON "HolidayOverride"("calendar", "onDate");
