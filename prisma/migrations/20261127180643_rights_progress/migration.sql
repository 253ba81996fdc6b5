-- Each right has a way of its own: how far it has come and its last day, kept to be shown and sorted by. Open cases are counted anew by the clock's
-- watch; what was closed before is told from how it ended.
ALTER TABLE "RightItem"
  ADD COLUMN "progress" TEXT NOT NULL DEFAULT 'asked',
  ADD COLUMN "lastDayOn" DATE,
  ADD CONSTRAINT "RightItem_progress_listed" CHECK ("progress" IN ('asked', 'proved', 'searched', 'decided', 'approved', 'carryingOut', 'done', 'told', 'refused'));

UPDATE "RightItem" r SET "progress" = CASE
    WHEN r."approvedAt" IS NOT NULL AND r."outcome" IN ('refused', 'notIdentifiable') THEN 'refused'
    WHEN r."approvedAt" IS NOT NULL AND c."closedHow" = 'answered' THEN 'told'
    WHEN r."approvedAt" IS NOT NULL THEN 'approved'
    WHEN r."outcome" IS NOT NULL THEN 'decided'
    WHEN c."identityMethod" IS NOT NULL THEN 'proved'
    ELSE 'asked'
  END
  FROM "Case" c WHERE c."id" = r."caseId";

-- Which rights a mail told of: the answer of whatever was approved by then, and what was done of that which it was owed for.
ALTER TABLE "Notice" ADD COLUMN "rights" UUID[] NOT NULL DEFAULT '{}';
UPDATE "Notice" n SET "rights" = ARRAY(
    SELECT r."id" FROM "RightItem" r WHERE r."caseId" = n."caseId"
      AND CASE n."kind" WHEN 'answerReady' THEN r."approvedAt" <= n."createdAt" ELSE r."carriedOutAt" = n."createdAt" END)
  WHERE n."kind" IN ('answerReady', 'carriedOut');

-- Who decided stands with each right.
ALTER TABLE "Case" DROP COLUMN "decidedById";
