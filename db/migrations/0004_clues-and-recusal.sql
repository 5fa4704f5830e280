CREATE TABLE "clue" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"arrived_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accept_due_on" date,
	"concluded_at" timestamp with time zone,
	"result" text,
	"returned_at" timestamp with time zone,
	CONSTRAINT "a_clue_ends_with_a_result" CHECK (("clue"."concluded_at" is null) = ("clue"."result" is null)),
	CONSTRAINT "a_clue_has_a_known_result" CHECK ("clue"."result" is null or "clue"."result" in ('verified', 'partly', 'unfounded', 'transferred'))
);
--> statement-breakpoint
CREATE TABLE "recusal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"person_id" uuid,
	"department_id" uuid,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "somebody_is_recused_once" UNIQUE NULLS NOT DISTINCT("complaint_id","person_id","department_id"),
	CONSTRAINT "a_recusal_is_of_somebody_or_of_a_department" CHECK (num_nonnulls("recusal"."person_id", "recusal"."department_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "void_number" (
	"year" integer NOT NULL,
	"serial" integer NOT NULL,
	CONSTRAINT "void_number_year_serial_pk" PRIMARY KEY("year","serial")
);
--> statement-breakpoint
ALTER TABLE "mail" DROP CONSTRAINT "a_mail_has_a_kind";--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "a_notice_has_a_kind";--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "complaint_id" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "complaint_id" uuid;--> statement-breakpoint
ALTER TABLE "clue" ADD CONSTRAINT "clue_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "a_complaint_is_one_clue_at_a_time" ON "clue" USING btree ("complaint_id") WHERE "clue"."returned_at" is null;--> statement-breakpoint
CREATE INDEX "clue_by_arrival" ON "clue" USING btree ("arrived_at","id");--> statement-breakpoint
CREATE INDEX "recusal_by_person" ON "recusal" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "recusal_by_department" ON "recusal" USING btree ("department_id");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "a_mail_has_a_kind" CHECK ("mail"."kind" in ('received', 'submitted', 'supplementAsked', 'supplemented', 'accepted', 'declined', 'referenced', 'merged', 'primaryMoved', 'split', 'assignedToYou', 'assigned', 'signed', 'returned', 'returnRuled', 'recalled', 'firstContact', 'replied', 'replyAccepted', 'sentBack', 'answered', 'evaluated', 'badlyRated', 'rework', 'reworkWaived', 'rectifying', 'measureReported', 'measureSentBack', 'writeOffApplied', 'writeOffReady', 'writeOffRefused', 'writtenOff', 'withdrawn', 'reviewAsked', 'reviewAnswered', 'reopened', 'lookedBack', 'supplementLapsed', 'extensionAsked', 'extensionGranted', 'extensionRefused', 'extended', 'dateMoved', 'reminder', 'dueToday', 'urging', 'urgingCopy', 'circular', 'talkDue', 'signLate', 'stepLate', 'lookBackDue', 'evaluationLapsed', 'retaliationReported', 'retaliationAsked', 'clueReceived', 'clueArrived', 'clueAccepted', 'clueConcluded', 'clueReturned', 'unreachable', 'calendarMissing', 'digest', 'invitation', 'passwordReset', 'passwordChanged'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "a_notice_has_a_kind" CHECK ("notice"."kind" in ('received', 'submitted', 'supplementAsked', 'supplemented', 'accepted', 'declined', 'referenced', 'merged', 'primaryMoved', 'split', 'assignedToYou', 'assigned', 'signed', 'returned', 'returnRuled', 'recalled', 'firstContact', 'replied', 'replyAccepted', 'sentBack', 'answered', 'evaluated', 'badlyRated', 'rework', 'reworkWaived', 'rectifying', 'measureReported', 'measureSentBack', 'writeOffApplied', 'writeOffReady', 'writeOffRefused', 'writtenOff', 'withdrawn', 'reviewAsked', 'reviewAnswered', 'reopened', 'lookedBack', 'supplementLapsed', 'extensionAsked', 'extensionGranted', 'extensionRefused', 'extended', 'dateMoved', 'reminder', 'dueToday', 'urging', 'urgingCopy', 'circular', 'talkDue', 'signLate', 'stepLate', 'lookBackDue', 'evaluationLapsed', 'retaliationReported', 'retaliationAsked', 'clueReceived', 'clueArrived', 'clueAccepted', 'clueConcluded', 'clueReturned', 'unreachable', 'calendarMissing', 'digest', 'invitation', 'passwordReset', 'passwordChanged'));--> statement-breakpoint
UPDATE "notice" SET "complaint_id" = e."complaint_id" FROM "event" e WHERE e."id" = "notice"."event_id";--> statement-breakpoint
UPDATE "mail" SET "complaint_id" = e."complaint_id" FROM "event" e WHERE e."id" = "mail"."event_id";
