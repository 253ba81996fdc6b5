-- A copy goes straight to a controller that the person named (Art. 20(2) GDPR): what it answered stands with the task.
ALTER TABLE "Effect" ADD COLUMN "receipt" JSONB;

ALTER TABLE "Effect" DROP CONSTRAINT "Effect_step_listed",
  ADD CONSTRAINT "Effect_step_listed" CHECK ("step" IN ('setPreference', 'rectify', 'restrict', 'supplement', 'lift', 'transmit'));
