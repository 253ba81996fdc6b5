-- The desk's list: what is open and confirmed, by last day. Most rows of a grown table are in neither list, so the page is read from these alone.
CREATE INDEX "Case_in_work_idx" ON "Case"("dueOn", "id") WHERE "closedAt" IS NULL AND "nextStep" <> 'awaitEmail';
