-- What an erasure leaves is found again by keys, once what led there has gone or was blanked.
CREATE TABLE "StayingKeys" (
  "erasureId" UUID NOT NULL,
  "systemId" TEXT NOT NULL,
  "part" INTEGER NOT NULL,
  "keysId" TEXT NOT NULL,
  "sealedKeys" BYTEA NOT NULL,
  CONSTRAINT "StayingKeys_pkey" PRIMARY KEY ("erasureId", "systemId", "part")
);
ALTER TABLE "StayingKeys" ADD CONSTRAINT "StayingKeys_erasureId_fkey" FOREIGN KEY ("erasureId") REFERENCES "Erasure" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
