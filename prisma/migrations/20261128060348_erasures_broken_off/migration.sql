-- In a system without transactions a try may end between two records: what had gone by then is kept.
ALTER TABLE "ErasedSystem" DROP CONSTRAINT "ErasedSystem_state_check";
ALTER TABLE "ErasedSystem" ADD CONSTRAINT "ErasedSystem_state_check" CHECK ("state" IN ('committing', 'brokenOff', 'erased'));
