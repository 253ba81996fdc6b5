-- Most cases are closed, and their last days lie first: the list of open ones must not walk past them.
CREATE INDEX "Case_closedAt_dueOn_id_idx" ON "Case"("closedAt", "dueOn", "id");
-- What the figures beside the views are counted by, without a look at the rows.
CREATE INDEX "Case_closedAt_nextStep_dueOn_pausedSinceOn_assigneeId_contr_idx" ON "Case"("closedAt", "nextStep", "dueOn", "pausedSinceOn", "assigneeId", "controllerId");
