CREATE TABLE "calendar_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clock_span" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule" text NOT NULL,
	"unit" text NOT NULL,
	"count" integer NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"set_by_id" uuid NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "a_period_has_a_unit" CHECK ("clock_span"."unit" in ('workingDays', 'days', 'months')),
	CONSTRAINT "a_period_is_at_least_one" CHECK ("clock_span"."count" between 1 and 366)
);
--> statement-breakpoint
CREATE TABLE "extension" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"until" date NOT NULL,
	"due_on_before" date NOT NULL,
	"granted" boolean,
	"ruling" text,
	"ruled_at" timestamp with time zone,
	CONSTRAINT "an_assignment_is_extended_once" UNIQUE("assignment_id")
);
--> statement-breakpoint
CREATE TABLE "ladder_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"assignment_id" uuid,
	"measure_id" uuid,
	"rung" text NOT NULL,
	"due_on" date NOT NULL,
	"came_on" date NOT NULL,
	"climbed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a_rung_is_climbed_once" UNIQUE NULLS NOT DISTINCT("complaint_id","assignment_id","measure_id","rung","due_on"),
	CONSTRAINT "a_step_is_on_a_rung" CHECK ("ladder_step"."rung" in ('reminder', 'dueDay', 'urging', 'circular', 'talk', 'signLate', 'stepLate', 'lookBackDue'))
);
--> statement-breakpoint
CREATE TABLE "pause" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"assignment_id" uuid,
	"why" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "a_pause_has_a_reason" CHECK ("pause"."why" in ('supplement', 'return')),
	CONSTRAINT "a_pause_ends_after_it_began" CHECK ("pause"."to_on" is null or "pause"."to_on" >= "pause"."from_on")
);
--> statement-breakpoint
CREATE TABLE "question" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"nth" integer NOT NULL,
	"since_on" date NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"worse" boolean,
	"words" text,
	CONSTRAINT "a_question_is_asked_once" UNIQUE("complaint_id","nth","since_on"),
	CONSTRAINT "it_is_asked_after_30_and_90_days" CHECK ("question"."nth" in (30, 90))
);
--> statement-breakpoint
CREATE TABLE "urging" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"serial" integer NOT NULL,
	"ladder_step_id" uuid NOT NULL,
	"complaint_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"answer_by" date NOT NULL,
	"about" text NOT NULL,
	CONSTRAINT "urging_ladderStepId_unique" UNIQUE("ladder_step_id"),
	CONSTRAINT "an_urging_letter_has_its_number" UNIQUE("year","serial")
);
--> statement-breakpoint
CREATE TABLE "urging_series" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_event" (
	"id" text PRIMARY KEY NOT NULL,
	"mail_id" uuid,
	"status" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"detail" text
);
--> statement-breakpoint
CREATE TABLE "unreachable" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"mail_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"why" text NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by_id" uuid,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "mail" DROP CONSTRAINT "a_mail_has_a_kind";--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "a_notice_has_a_kind";--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "urgent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "linked_id" uuid;--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "accepted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "repeats" uuid;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "digest_on" date;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "items" integer;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "mailing" text DEFAULT 'single' NOT NULL;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "digest_id" uuid;--> statement-breakpoint
ALTER TABLE "one_time_link" ADD COLUMN "complaint_id" uuid;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "mailing" text DEFAULT 'single' NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_change" ADD CONSTRAINT "calendar_change_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_span" ADD CONSTRAINT "clock_span_set_by_id_person_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_step" ADD CONSTRAINT "ladder_step_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_step" ADD CONSTRAINT "ladder_step_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_step" ADD CONSTRAINT "ladder_step_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause" ADD CONSTRAINT "pause_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause" ADD CONSTRAINT "pause_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urging" ADD CONSTRAINT "urging_ladder_step_id_ladder_step_id_fk" FOREIGN KEY ("ladder_step_id") REFERENCES "public"."ladder_step"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urging" ADD CONSTRAINT "urging_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urging" ADD CONSTRAINT "urging_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_event" ADD CONSTRAINT "mail_event_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unreachable" ADD CONSTRAINT "unreachable_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unreachable" ADD CONSTRAINT "unreachable_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unreachable" ADD CONSTRAINT "unreachable_settled_by_id_person_id_fk" FOREIGN KEY ("settled_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clock_span_by_rule" ON "clock_span" USING btree ("rule","valid_from");--> statement-breakpoint
CREATE INDEX "ladder_step_by_climb" ON "ladder_step" USING btree ("climbed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "ladder_step_by_rung" ON "ladder_step" USING btree ("rung","climbed_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "pause_by_complaint" ON "pause" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "urging_by_assignment" ON "urging" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "mail_event_by_mail" ON "mail_event" USING btree ("mail_id");--> statement-breakpoint
CREATE UNIQUE INDEX "a_person_is_unreachable_once" ON "unreachable" USING btree ("person_id") WHERE "unreachable"."settled_at" is null;--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_linked_id_complaint_id_fk" FOREIGN KEY ("linked_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_by_provider" ON "mail" USING btree ("provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "a_person_has_one_digest_a_morning" ON "mail" USING btree ("person_id","digest_on");--> statement-breakpoint
CREATE INDEX "notice_for_digest" ON "notice" USING btree ("person_id","created_at") WHERE "notice"."mailing" = 'digest' and "notice"."digest_id" is null;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "a_mail_has_a_kind" CHECK ("mail"."kind" in ('received', 'submitted', 'supplementAsked', 'supplemented', 'accepted', 'declined', 'referenced', 'merged', 'primaryMoved', 'split', 'assignedToYou', 'assigned', 'signed', 'returned', 'returnRuled', 'recalled', 'firstContact', 'replied', 'replyAccepted', 'sentBack', 'answered', 'evaluated', 'badlyRated', 'rework', 'reworkWaived', 'rectifying', 'measureReported', 'measureSentBack', 'writeOffApplied', 'writeOffReady', 'writeOffRefused', 'writtenOff', 'withdrawn', 'reviewAsked', 'reviewAnswered', 'reopened', 'lookedBack', 'supplementLapsed', 'extensionAsked', 'extensionGranted', 'extensionRefused', 'extended', 'dateMoved', 'reminder', 'dueToday', 'urging', 'urgingCopy', 'circular', 'talkDue', 'signLate', 'stepLate', 'lookBackDue', 'evaluationLapsed', 'retaliationReported', 'retaliationAsked', 'unreachable', 'calendarMissing', 'digest', 'invitation', 'passwordReset', 'passwordChanged'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "a_notice_is_mailed_singly_or_in_a_digest" CHECK ("notice"."mailing" in ('single', 'digest'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "a_notice_has_a_kind" CHECK ("notice"."kind" in ('received', 'submitted', 'supplementAsked', 'supplemented', 'accepted', 'declined', 'referenced', 'merged', 'primaryMoved', 'split', 'assignedToYou', 'assigned', 'signed', 'returned', 'returnRuled', 'recalled', 'firstContact', 'replied', 'replyAccepted', 'sentBack', 'answered', 'evaluated', 'badlyRated', 'rework', 'reworkWaived', 'rectifying', 'measureReported', 'measureSentBack', 'writeOffApplied', 'writeOffReady', 'writeOffRefused', 'writtenOff', 'withdrawn', 'reviewAsked', 'reviewAnswered', 'reopened', 'lookedBack', 'supplementLapsed', 'extensionAsked', 'extensionGranted', 'extensionRefused', 'extended', 'dateMoved', 'reminder', 'dueToday', 'urging', 'urgingCopy', 'circular', 'talkDue', 'signLate', 'stepLate', 'lookBackDue', 'evaluationLapsed', 'retaliationReported', 'retaliationAsked', 'unreachable', 'calendarMissing', 'digest', 'invitation', 'passwordReset', 'passwordChanged'));--> statement-breakpoint
ALTER TABLE "one_time_link" ADD CONSTRAINT "a_link_has_a_purpose" CHECK ("one_time_link"."purpose" in ('invitation', 'passwordReset', 'evaluation'));--> statement-breakpoint
ALTER TABLE "one_time_link" ADD CONSTRAINT "a_link_to_evaluate_has_its_complaint" CHECK (("one_time_link"."purpose" = 'evaluation') = ("one_time_link"."complaint_id" is not null));--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "a_person_has_mails_singly_or_as_a_digest" CHECK ("person"."mailing" in ('single', 'digest'));