-- What others have said to us: the mail server of what it can do, and the witness of the log whether it took the newest checkpoint.
ALTER TABLE "Instance" ADD COLUMN "mailServer" TEXT, ADD COLUMN "smtpUtf8" BOOLEAN,
ADD COLUMN "witnessSize" BIGINT, ADD COLUMN "witnessedAt" TIMESTAMPTZ(6), ADD COLUMN "witnessFailure" TEXT, ADD COLUMN "witnessFailedAt" TIMESTAMPTZ(6);
