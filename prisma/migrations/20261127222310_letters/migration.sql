-- The letter that a mail belongs to, sealed as it was sent, and the wording that it was written with.
ALTER TABLE "Notice" ADD COLUMN "sealedLetter" BYTEA, ADD COLUMN "template" TEXT;
