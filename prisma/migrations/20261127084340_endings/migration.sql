-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "closedFrom" TEXT,
ADD COLUMN     "rejectionById" UUID,
ADD COLUMN     "rejectionGrounds" TEXT[],
ADD COLUMN     "sealedRejection" BYTEA;
