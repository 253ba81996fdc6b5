-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "indexedAs" TEXT;

-- CreateIndex
CREATE INDEX "Case_indexedAs_idx" ON "Case"("indexedAs");
