-- A statement of the person stands beside data that are incomplete (Art. 16, second sentence, GDPR), written into systems as a correction is.
ALTER TABLE "Effect" ADD COLUMN "sealedStatement" BYTEA;

ALTER TABLE "Effect" DROP CONSTRAINT "Effect_step_listed",
  ADD CONSTRAINT "Effect_step_listed" CHECK ("step" IN ('setPreference', 'rectify', 'restrict', 'supplement', 'lift'));
