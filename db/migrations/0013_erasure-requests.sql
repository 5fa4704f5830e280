CREATE TABLE "erasure_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone,
	"approved" boolean,
	"dropped_at" timestamp with time zone,
	CONSTRAINT "a_request_to_erase_has_a_ground" CHECK ("erasure_request"."ground" in ('retention', 'request')),
	CONSTRAINT "an_erasure_takes_two_people" CHECK ("erasure_request"."decided_by_id" <> "erasure_request"."asked_by_id")
);
--> statement-breakpoint
ALTER TABLE "mail" DROP CONSTRAINT "a_mail_has_a_kind";--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "a_notice_has_a_kind";--> statement-breakpoint
ALTER TABLE "erasure" ALTER COLUMN "by_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_asked_by_id_person_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_decided_by_id_person_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "a_matter_has_one_request_to_erase_at_a_time" ON "erasure_request" USING btree ("complaint_id") WHERE "erasure_request"."decided_at" is null and "erasure_request"."dropped_at" is null;--> statement-breakpoint
CREATE INDEX "erasure_by_complaint" ON "erasure" USING btree ("complaint_id");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "a_mail_has_a_kind" CHECK ("mail"."kind" in ('received', 'submitted', 'supplementAsked', 'supplemented', 'accepted', 'declined', 'referenced', 'merged', 'primaryMoved', 'split', 'assignedToYou', 'assigned', 'signed', 'returned', 'returnRuled', 'recalled', 'firstContact', 'replied', 'replyAccepted', 'sentBack', 'answered', 'evaluated', 'badlyRated', 'rework', 'reworkWaived', 'rectifying', 'measureReported', 'measureSentBack', 'writeOffApplied', 'writeOffReady', 'writeOffRefused', 'writtenOff', 'withdrawn', 'reviewAsked', 'reviewAnswered', 'reopened', 'lookedBack', 'supplementLapsed', 'extensionAsked', 'extensionGranted', 'extensionRefused', 'extended', 'dateMoved', 'reminder', 'dueToday', 'urging', 'urgingCopy', 'circular', 'talkDue', 'signLate', 'stepLate', 'lookBackDue', 'evaluationLapsed', 'retaliationReported', 'retaliationAsked', 'clueReceived', 'clueArrived', 'clueAccepted', 'clueConcluded', 'clueReturned', 'disclosureRaised', 'unsealingAsked', 'unsealingApproved', 'unsealingRefused', 'unsealingEnded', 'identityOpened', 'erasureAsked', 'erasureRefused', 'erased', 'unreachable', 'calendarMissing', 'digest', 'sealedNews', 'invitation', 'passwordReset', 'passwordChanged', 'rightsAsked', 'rightsDecided', 'accountDisabled'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "a_notice_has_a_kind" CHECK ("notice"."kind" in ('received', 'submitted', 'supplementAsked', 'supplemented', 'accepted', 'declined', 'referenced', 'merged', 'primaryMoved', 'split', 'assignedToYou', 'assigned', 'signed', 'returned', 'returnRuled', 'recalled', 'firstContact', 'replied', 'replyAccepted', 'sentBack', 'answered', 'evaluated', 'badlyRated', 'rework', 'reworkWaived', 'rectifying', 'measureReported', 'measureSentBack', 'writeOffApplied', 'writeOffReady', 'writeOffRefused', 'writtenOff', 'withdrawn', 'reviewAsked', 'reviewAnswered', 'reopened', 'lookedBack', 'supplementLapsed', 'extensionAsked', 'extensionGranted', 'extensionRefused', 'extended', 'dateMoved', 'reminder', 'dueToday', 'urging', 'urgingCopy', 'circular', 'talkDue', 'signLate', 'stepLate', 'lookBackDue', 'evaluationLapsed', 'retaliationReported', 'retaliationAsked', 'clueReceived', 'clueArrived', 'clueAccepted', 'clueConcluded', 'clueReturned', 'disclosureRaised', 'unsealingAsked', 'unsealingApproved', 'unsealingRefused', 'unsealingEnded', 'identityOpened', 'erasureAsked', 'erasureRefused', 'erased', 'unreachable', 'calendarMissing', 'digest', 'sealedNews', 'invitation', 'passwordReset', 'passwordChanged', 'rightsAsked', 'rightsDecided', 'accountDisabled'));--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "an_erasure_has_a_ground" CHECK ("erasure"."ground" in ('retention', 'request'));