-- The systems that are waited for: few among all that ever answered.
CREATE INDEX "CollectionTask_waited_for_idx" ON "CollectionTask"("caseId") WHERE "state" <> 'answered';
