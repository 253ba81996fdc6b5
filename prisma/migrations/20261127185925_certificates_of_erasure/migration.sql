-- What the requester fetches of an erasure: the certificate to read, the same for programs, and the signature over both.
ALTER TABLE "Erasure" ADD COLUMN "sealedCertificateZip" BYTEA;
