-- Compelling grounds are weighed in writing: Art. 21(1) GDPR.
ALTER TABLE "RightItem" ADD COLUMN "sealedWeighing" BYTEA;
