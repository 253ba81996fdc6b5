ALTER TABLE "Notice" DROP CONSTRAINT "Notice_kind_listed",
  ADD CONSTRAINT "Notice_kind_listed" CHECK ("kind" IN ('confirmEmail', 'acknowledgement', 'question', 'extension', 'accessLink', 'deliveryCode', 'contactFrom', 'contactTo', 'contactChanged', 'answerReady', 'carriedOut', 'erasurePlanned', 'erasureCancelled', 'erased', 'newMessage', 'identityRejected', 'withdrawn', 'reopened', 'closed'));

ALTER TABLE "AccessToken" DROP CONSTRAINT "AccessToken_purpose_listed",
  ADD CONSTRAINT "AccessToken_purpose_listed" CHECK ("purpose" IN ('confirmEmail', 'accessLink', 'pageLink', 'deliveryCode', 'contactFrom', 'contactTo'));

ALTER TABLE "Message"
  ADD CONSTRAINT "Message_about_listed" CHECK ("about" IN ('narrowing', 'mistake', 'review'));
