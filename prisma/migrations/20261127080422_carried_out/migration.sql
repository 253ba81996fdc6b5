-- AlterTable
ALTER TABLE "RightItem" ADD COLUMN     "carriedOutAt" TIMESTAMPTZ(6),
ADD COLUMN     "carriedOutById" UUID,
ADD COLUMN     "carriedOutIn" TEXT[],
ADD COLUMN     "carriedOutOn" DATE,
ADD COLUMN     "sealedCarriedOut" BYTEA;
