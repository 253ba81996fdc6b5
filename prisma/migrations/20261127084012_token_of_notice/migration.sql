ALTER TABLE "AccessToken" ADD COLUMN "noticeId" UUID;
