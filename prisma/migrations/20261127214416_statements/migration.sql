-- What answers a right as a document, made from the data map on the day of the answer, and the signed file in which its person fetches it.
CREATE TABLE "Statement" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "rightItemId" UUID NOT NULL,
    "sealedStatement" BYTEA NOT NULL,
    "statedAt" TIMESTAMPTZ(6) NOT NULL,
    "sealedZip" BYTEA,
    "madeAt" TIMESTAMPTZ(6),
    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Statement_rightItemId_key" ON "Statement"("rightItemId");
CREATE INDEX "Statement_caseId_idx" ON "Statement"("caseId");
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_rightItemId_fkey" FOREIGN KEY ("rightItemId") REFERENCES "RightItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
