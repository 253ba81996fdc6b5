CREATE TABLE "Instance" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "indexKeyCheck" BYTEA NOT NULL,
    "sealedLogKey" BYTEA NOT NULL,
    "demo" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Instance_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Instance_one_row" CHECK ("id" = 1)
);

ALTER TABLE "StaffMember" ADD COLUMN "demo" BOOLEAN NOT NULL DEFAULT false;
-- The sign-ins that the demo prints are public, in whichever database they stand.
UPDATE "StaffMember" SET "demo" = true WHERE "email" IN ('desk@example.com', 'approver@example.com', 'dpo@example.com', 'admin@example.com');
