-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "rejectionConfirmed" TEXT[];

-- AlterTable
ALTER TABLE "RightItem" ADD COLUMN     "confirmed" TEXT[];

-- What was confirmed of the decisions that stand is in the log, written at the same instant as the decision.
UPDATE "RightItem" r SET "confirmed" = ARRAY(SELECT jsonb_array_elements_text(e."body"::jsonb #> '{data,confirmed}'))
FROM "AuditEvent" e
WHERE e."kind" = 'OutcomeDecided' AND e."caseId" = r."caseId" AND e."at" = r."decidedAt"
  AND e."body"::jsonb #>> '{data,right}' = r."right" AND e."body"::jsonb #> '{data,confirmed}' IS NOT NULL;
