-- CreateTable
CREATE TABLE "RuleConfirmation" (
    "id" UUID NOT NULL,
    "ruleId" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "counsel" TEXT NOT NULL,
    "confirmedOn" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(6),
    "withdrawnById" UUID,

    CONSTRAINT "RuleConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RuleConfirmation_ruleId_idx" ON "RuleConfirmation"("ruleId");

-- What counsel confirmed is evidence (Art. 5(2) GDPR): it is withdrawn once, never rewritten and never removed.
CREATE FUNCTION refuse_change_of_confirmation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."withdrawnAt" IS NULL AND NEW."withdrawnAt" IS NOT NULL
    AND to_jsonb(OLD) - 'withdrawnAt' - 'withdrawnById' = to_jsonb(NEW) - 'withdrawnAt' - 'withdrawnById' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A confirmation can only be withdrawn: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "RuleConfirmation_kept" BEFORE UPDATE OR DELETE ON "RuleConfirmation" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_confirmation();
