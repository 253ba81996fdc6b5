-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "pausedSinceOn" DATE;
