-- AlterTable
ALTER TABLE "Bundle" ADD COLUMN     "withheld" JSONB;
