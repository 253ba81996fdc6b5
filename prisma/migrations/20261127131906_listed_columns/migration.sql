-- A column that holds one of a closed list of the code holds nothing else, whoever writes it; tests compare these lists with those of the code.

-- A result that was begun for an answer that never came, in a case that went on without it: it says that something was found, and none of it
-- is kept, so that no copy is made from it.
UPDATE "SourceResult" SET "result" = 'found', "records" = 0 WHERE "result" = 'collecting';

ALTER TABLE "Case"
  ADD CONSTRAINT "Case_state_listed" CHECK ("state" IN ('received', 'verifying', 'verified', 'collecting', 'reviewing', 'awaitingApproval', 'preparing', 'ready', 'closed')),
  ADD CONSTRAINT "Case_forWhom_listed" CHECK ("forWhom" IN ('self', 'child', 'someoneElse', 'deceased')),
  ADD CONSTRAINT "Case_nextStep_listed" CHECK ("nextStep" IN ('mendNotice', 'stopUse', 'carryOut', 'awaitEmail', 'nameSubject', 'acceptIdentity', 'awaitReply', 'startCollection', 'awaitSources', 'retrySource', 'decide', 'decideAgain', 'approve', 'mendBundle', 'awaitBundle', 'awaitNotice', 'awaitDownload', 'close', 'readMessage', 'acknowledge', 'askIdentity', 'askClarification', 'extend', 'rejectIdentity', 'approveRejection', 'none')),
  ADD CONSTRAINT "Case_identityMethod_listed" CHECK ("identityMethod" IN ('confirmedEmailOfAccount', 'confirmedEmail', 'knownToDesk', 'evidence')),
  ADD CONSTRAINT "Case_returnedFor_listed" CHECK ("returnedFor" IN ('redactionMissing', 'redactionExcessive', 'groundUnclear', 'recordsMissing', 'contentsMissing', 'other')),
  ADD CONSTRAINT "Case_closedHow_listed" CHECK ("closedHow" IN ('answered', 'withdrawn', 'unverified')),
  ADD CONSTRAINT "Case_closedFrom_listed" CHECK ("closedFrom" IN ('received', 'verifying', 'verified', 'collecting', 'reviewing', 'awaitingApproval', 'preparing', 'ready'));
ALTER TABLE "RightItem"
  ADD CONSTRAINT "RightItem_regime_listed" CHECK ("regime" IN ('GDPR', 'UK_GDPR', 'CH_FADP', 'CCPA', 'CA_SHINE_THE_LIGHT', 'CA_DELETE_ACT')),
  ADD CONSTRAINT "RightItem_right_listed" CHECK ("right" IN ('withdraw_consent', 'objection_marketing', 'opt_out_sale_sharing', 'limit_sensitive', 'access', 'rectification', 'erasure', 'restriction', 'portability', 'objection', 'automated_decision', 'deceased_access', 'know_categories', 'know_specific', 'delete', 'correct', 'access_admt', 'appeal_admt', 'opt_out_admt', 'opt_in_sale_sharing', 'shine_the_light', 'delete_drop')),
  ADD CONSTRAINT "RightItem_outcome_listed" CHECK ("outcome" IN ('granted', 'noData', 'notFromThem', 'partlyGranted', 'refused', 'notIdentifiable'));
ALTER TABLE "Reminder"
  ADD CONSTRAINT "Reminder_regime_listed" CHECK ("regime" IN ('GDPR', 'UK_GDPR', 'CH_FADP', 'CCPA', 'CA_SHINE_THE_LIGHT', 'CA_DELETE_ACT')),
  ADD CONSTRAINT "Reminder_clock_listed" CHECK ("clock" IN ('respond', 'acknowledge', 'optOut', 'extensionNotice', 'complaint', 'appeal', 'lifting')),
  ADD CONSTRAINT "Reminder_mark_listed" CHECK ("mark" IN ('halfTime', 'days7', 'days3', 'days1', 'lastDay', 'missed'));
ALTER TABLE "ClockEvent"
  ADD CONSTRAINT "ClockEvent_kind_listed" CHECK ("kind" IN ('identityRequested', 'identityProvided', 'clarificationRequested', 'clarificationProvided', 'feeAsked', 'feePaid', 'complaintReceived', 'appealReceived', 'liftingPlanned', 'deadlineExtended'));
ALTER TABLE "BlindIndexEntry"
  ADD CONSTRAINT "BlindIndexEntry_kind_listed" CHECK ("kind" IN ('email', 'phone', 'name', 'beginning', 'account', 'reference'));
ALTER TABLE "CollectionTask"
  ADD CONSTRAINT "CollectionTask_state_listed" CHECK ("state" IN ('waiting', 'running', 'answered', 'failed'));
ALTER TABLE "SourceResult"
  ADD CONSTRAINT "SourceResult_result_listed" CHECK ("result" IN ('found', 'nothing', 'notApplicable'));
ALTER TABLE "Redaction"
  ADD CONSTRAINT "Redaction_scope_listed" CHECK ("scope" IN ('value', 'field', 'record'));
ALTER TABLE "Bundle"
  ADD CONSTRAINT "Bundle_state_listed" CHECK ("state" IN ('building', 'failed', 'sealed', 'destroyed', 'dropped'));
ALTER TABLE "DownloadAttempt"
  ADD CONSTRAINT "DownloadAttempt_outcome_listed" CHECK ("outcome" IN ('started', 'complete', 'interrupted', 'notFresh', 'expired'));
ALTER TABLE "Notice"
  ADD CONSTRAINT "Notice_kind_listed" CHECK ("kind" IN ('confirmEmail', 'acknowledgement', 'question', 'extension', 'accessLink', 'deliveryCode', 'answerReady', 'carriedOut', 'newMessage', 'identityRejected', 'withdrawn', 'reopened', 'closed')),
  ADD CONSTRAINT "Notice_state_listed" CHECK ("state" IN ('queued', 'handedOver', 'sent', 'delayed', 'uncertain', 'failed', 'told'));
ALTER TABLE "Message"
  ADD CONSTRAINT "Message_author_listed" CHECK ("author" IN ('requester', 'desk', 'note'));
ALTER TABLE "AccessToken"
  ADD CONSTRAINT "AccessToken_purpose_listed" CHECK ("purpose" IN ('confirmEmail', 'accessLink', 'pageLink', 'deliveryCode'));
ALTER TABLE "StaffMail"
  ADD CONSTRAINT "StaffMail_kind_listed" CHECK ("kind" IN ('account', 'reminder', 'checkpoint')),
  ADD CONSTRAINT "StaffMail_state_listed" CHECK ("state" IN ('queued', 'handedOver', 'sent', 'delayed', 'uncertain', 'failed'));
ALTER TABLE "HolidayOverride"
  ADD CONSTRAINT "HolidayOverride_change_listed" CHECK ("change" IN ('add', 'remove'));
ALTER TABLE "StaffMember"
  ADD CONSTRAINT "StaffMember_roles_listed" CHECK ("roles" <@ ARRAY['desk', 'approver', 'dpo', 'admin']);
