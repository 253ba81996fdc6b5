-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "returnedFor" TEXT;

-- AlterTable
ALTER TABLE "Redaction" ADD COLUMN     "decides" TEXT[];

-- AlterTable
ALTER TABLE "SourceResult" ADD COLUMN     "marked" JSONB;

-- CreateTable
CREATE TABLE "ShownValue" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "collectionId" TEXT NOT NULL,
    "recordNo" INTEGER,
    "field" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(6),

    CONSTRAINT "ShownValue_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ShownValue_caseId_collectionId_idx" ON "ShownValue"("caseId", "collectionId");

-- AddForeignKey
ALTER TABLE "ShownValue" ADD CONSTRAINT "ShownValue_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
