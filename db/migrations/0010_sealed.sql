CREATE TABLE "unsealing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"until_on" date NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"approved_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "unsealing_vote" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"unsealing_id" uuid NOT NULL,
	"custodian_id" uuid NOT NULL,
	"approved" boolean NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "a_custodian_decides_once" UNIQUE("unsealing_id","custodian_id")
);
--> statement-breakpoint
CREATE TABLE "sealed_news" (
	"reporter_id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail" DROP CONSTRAINT "a_mail_has_a_kind";--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "a_notice_has_a_kind";--> statement-breakpoint
ALTER TABLE "notice" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reporter" ALTER COLUMN "liaison_point_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reporter" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "reporter_id" uuid;--> statement-breakpoint
ALTER TABLE "reporter" ADD COLUMN "sealed" "bytea";--> statement-breakpoint
ALTER TABLE "reporter" ADD COLUMN "owner" text;--> statement-breakpoint
ALTER TABLE "unsealing" ADD CONSTRAINT "unsealing_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsealing" ADD CONSTRAINT "unsealing_asked_by_id_person_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsealing" ADD CONSTRAINT "unsealing_reader_id_person_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsealing_vote" ADD CONSTRAINT "unsealing_vote_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsealing_vote" ADD CONSTRAINT "unsealing_vote_unsealing_id_unsealing_id_fk" FOREIGN KEY ("unsealing_id") REFERENCES "public"."unsealing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsealing_vote" ADD CONSTRAINT "unsealing_vote_custodian_id_person_id_fk" FOREIGN KEY ("custodian_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_news" ADD CONSTRAINT "sealed_news_reporter_id_reporter_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."reporter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unsealing_by_complaint" ON "unsealing" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "unsealing_by_reader" ON "unsealing" USING btree ("reader_id");--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_reporter_id_reporter_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."reporter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "complaint_by_linked" ON "complaint" USING btree ("linked_id") WHERE "complaint"."linked_id" is not null;--> statement-breakpoint
CREATE INDEX "notice_by_reporter" ON "notice" USING btree ("reporter_id") WHERE "notice"."reporter_id" is not null;--> statement-breakpoint
CREATE INDEX "reporter_by_owner" ON "reporter" USING btree ("owner") WHERE "reporter"."owner" is not null;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "a_mail_has_a_kind" CHECK ("mail"."kind" in ('received', 'submitted', 'supplementAsked', 'supplemented', 'accepted', 'declined', 'referenced', 'merged', 'primaryMoved', 'split', 'assignedToYou', 'assigned', 'signed', 'returned', 'returnRuled', 'recalled', 'firstContact', 'replied', 'replyAccepted', 'sentBack', 'answered', 'evaluated', 'badlyRated', 'rework', 'reworkWaived', 'rectifying', 'measureReported', 'measureSentBack', 'writeOffApplied', 'writeOffReady', 'writeOffRefused', 'writtenOff', 'withdrawn', 'reviewAsked', 'reviewAnswered', 'reopened', 'lookedBack', 'supplementLapsed', 'extensionAsked', 'extensionGranted', 'extensionRefused', 'extended', 'dateMoved', 'reminder', 'dueToday', 'urging', 'urgingCopy', 'circular', 'talkDue', 'signLate', 'stepLate', 'lookBackDue', 'evaluationLapsed', 'retaliationReported', 'retaliationAsked', 'clueReceived', 'clueArrived', 'clueAccepted', 'clueConcluded', 'clueReturned', 'disclosureRaised', 'unsealingAsked', 'unsealingApproved', 'unsealingRefused', 'unsealingEnded', 'identityOpened', 'unreachable', 'calendarMissing', 'digest', 'sealedNews', 'invitation', 'passwordReset', 'passwordChanged'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "a_notice_has_one_reader" CHECK (num_nonnulls("notice"."person_id", "notice"."reporter_id") = 1);--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "a_notice_has_a_kind" CHECK ("notice"."kind" in ('received', 'submitted', 'supplementAsked', 'supplemented', 'accepted', 'declined', 'referenced', 'merged', 'primaryMoved', 'split', 'assignedToYou', 'assigned', 'signed', 'returned', 'returnRuled', 'recalled', 'firstContact', 'replied', 'replyAccepted', 'sentBack', 'answered', 'evaluated', 'badlyRated', 'rework', 'reworkWaived', 'rectifying', 'measureReported', 'measureSentBack', 'writeOffApplied', 'writeOffReady', 'writeOffRefused', 'writtenOff', 'withdrawn', 'reviewAsked', 'reviewAnswered', 'reopened', 'lookedBack', 'supplementLapsed', 'extensionAsked', 'extensionGranted', 'extensionRefused', 'extended', 'dateMoved', 'reminder', 'dueToday', 'urging', 'urgingCopy', 'circular', 'talkDue', 'signLate', 'stepLate', 'lookBackDue', 'evaluationLapsed', 'retaliationReported', 'retaliationAsked', 'clueReceived', 'clueArrived', 'clueAccepted', 'clueConcluded', 'clueReturned', 'disclosureRaised', 'unsealingAsked', 'unsealingApproved', 'unsealingRefused', 'unsealingEnded', 'identityOpened', 'unreachable', 'calendarMissing', 'digest', 'sealedNews', 'invitation', 'passwordReset', 'passwordChanged'));--> statement-breakpoint
ALTER TABLE "reporter" ADD CONSTRAINT "a_reporter_is_either_known_or_sealed" CHECK (num_nonnulls("reporter"."liaison_point_id", "reporter"."person_id") = 2 and num_nonnulls("reporter"."sealed", "reporter"."owner") = 0
        or num_nonnulls("reporter"."liaison_point_id", "reporter"."person_id") = 0 and num_nonnulls("reporter"."sealed", "reporter"."owner") = 2);