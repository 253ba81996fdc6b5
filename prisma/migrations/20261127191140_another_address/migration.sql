-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "sealedContact" BYTEA,
ADD COLUMN     "sealedNewContact" BYTEA,
ADD COLUMN     "newContactFromAt" TIMESTAMPTZ(6),
ADD COLUMN     "newContactToAt" TIMESTAMPTZ(6);
