-- Each right has a way of its own: how far it has come and its last day, kept beside it to be shown in lists. Open cases are counted anew by the
-- clock's watch; what was closed before is told from how it ended.
CREATE TABLE "RightProgress" (
    "rightItemId" UUID NOT NULL,
    "progress" TEXT NOT NULL,
    "lastDayOn" DATE,
    CONSTRAINT "RightProgress_pkey" PRIMARY KEY ("rightItemId"),
    CONSTRAINT "RightProgress_progress_listed" CHECK ("progress" IN ('asked', 'proved', 'searched', 'decided', 'approved', 'carryingOut', 'done', 'told', 'refused', 'takenBack'))
);
ALTER TABLE "RightProgress" ADD CONSTRAINT "RightProgress_rightItemId_fkey" FOREIGN KEY ("rightItemId") REFERENCES "RightItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

INSERT INTO "RightProgress" ("rightItemId", "progress")
  SELECT r."id", CASE
      WHEN r."approvedAt" IS NOT NULL AND r."outcome" IN ('refused', 'notIdentifiable') THEN 'refused'
      WHEN r."approvedAt" IS NOT NULL AND c."closedHow" = 'answered' THEN 'told'
      WHEN r."approvedAt" IS NOT NULL THEN 'approved'
      WHEN r."outcome" IS NOT NULL THEN 'decided'
      WHEN c."identityMethod" IS NOT NULL THEN 'proved'
      ELSE 'asked'
    END
  FROM "RightItem" r JOIN "Case" c ON c."id" = r."caseId";

-- Which rights a mail told of: the answer of whatever was approved by then, and what was done of that which it was owed for.
ALTER TABLE "Notice" ADD COLUMN "rights" UUID[];
UPDATE "Notice" n SET "rights" = ARRAY(
    SELECT r."id" FROM "RightItem" r WHERE r."caseId" = n."caseId"
      AND CASE n."kind" WHEN 'answerReady' THEN r."approvedAt" <= n."createdAt" ELSE r."carriedOutAt" = n."createdAt" END)
  WHERE n."kind" IN ('answerReady', 'carriedOut');

-- Who decided stands with each right.
ALTER TABLE "Case" DROP COLUMN "decidedById";
