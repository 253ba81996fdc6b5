-- An erasure whose system is not asked again by itself waits for a person: the hourly sweep leaves it alone.
ALTER TABLE "Erasure" DROP CONSTRAINT "Erasure_state_listed";
ALTER TABLE "Erasure"
  ADD CONSTRAINT "Erasure_state_listed" CHECK ("state" IN ('planning', 'unplanned', 'planned', 'approved', 'cancelled', 'running', 'unanswered', 'stopped', 'handedOver', 'proved', 'dropped'));
