ALTER TABLE "mail" DROP CONSTRAINT "a_mail_has_a_kind";--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "a_notice_has_a_kind";--> statement-breakpoint
DROP INDEX "complaint_by_year";--> statement-breakpoint
DROP INDEX "complaint_by_words";--> statement-breakpoint
DROP INDEX "write_off_by_decision";--> statement-breakpoint
DROP INDEX "complaint_by_submission";--> statement-breakpoint
DROP INDEX "complaint_by_due";--> statement-breakpoint
DROP INDEX "complaint_by_status_submission";--> statement-breakpoint
DROP INDEX "complaint_by_point";--> statement-breakpoint
DROP INDEX "complaint_by_lead";--> statement-breakpoint
DROP INDEX "complaint_by_field";--> statement-breakpoint
CREATE INDEX "assignment_by_contact" ON "assignment" USING btree ("contact_due_on","complaint_id","first_contact_at") WHERE "assignment"."part" = 'lead' and "assignment"."status" <> 'recalled';--> statement-breakpoint
CREATE INDEX "assignment_returning" ON "assignment" USING btree ("complaint_id") WHERE "assignment"."status" = 'returning';--> statement-breakpoint
CREATE INDEX "assignment_unsettled" ON "assignment" USING btree ("department_id") WHERE "assignment"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "assignment_by_dispatch" ON "assignment" USING btree ("department_id","dispatched_at","id");--> statement-breakpoint
CREATE INDEX "call_back_by_day" ON "call_back" USING btree ("called_at","complaint_id","solved");--> statement-breakpoint
CREATE INDEX "evaluation_by_day" ON "evaluation" USING btree ("rated_at","complaint_id","rating","solved");--> statement-breakpoint
CREATE INDEX "complaint_by_conduct" ON "complaint" USING btree ("conduct","submitted_at","id") WHERE status <> 'clue';--> statement-breakpoint
CREATE INDEX "complaint_by_grade" ON "complaint" USING btree ("grade","submitted_at","id") WHERE status <> 'clue';--> statement-breakpoint
CREATE INDEX "complaint_by_clock" ON "complaint" USING btree ("submitted_at","id","due_on","paused_on") WHERE "complaint"."due_on" is not null and status <> 'clue';--> statement-breakpoint
CREATE INDEX "complaint_solved_by_point" ON "complaint" USING btree ("liaison_point_id","status") WHERE "complaint"."status" = 'closed' and "complaint"."solved";--> statement-breakpoint
CREATE INDEX "complaint_open_by_point" ON "complaint" USING btree ("liaison_point_id") WHERE "complaint"."ended_at" is null and status <> 'clue';--> statement-breakpoint
CREATE INDEX "complaint_by_number" ON "complaint" USING btree ("number" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "complaint_by_span" ON "complaint" USING gist (tstzrange("submitted_at", "ended_at", '(]')) WHERE status <> 'clue';--> statement-breakpoint
CREATE INDEX "reference_by_day" ON "reference" USING btree ("made_at","complaint_id");--> statement-breakpoint
CREATE INDEX "write_off_by_decision" ON "write_off" USING btree ("decided_at","complaint_id","reopened_at") WHERE "write_off"."approved" and "write_off"."solved";--> statement-breakpoint
CREATE INDEX "complaint_by_submission" ON "complaint" USING btree ("submitted_at","id") WHERE status <> 'clue';--> statement-breakpoint
CREATE INDEX "complaint_by_due" ON "complaint" USING btree (coalesce("due_on", 'infinity'),"id") WHERE status <> 'clue';--> statement-breakpoint
CREATE INDEX "complaint_by_status_submission" ON "complaint" USING btree ("status","submitted_at","id");--> statement-breakpoint
CREATE INDEX "complaint_by_point" ON "complaint" USING btree ("liaison_point_id","submitted_at","id","status");--> statement-breakpoint
CREATE INDEX "complaint_by_lead" ON "complaint" USING btree ("lead_department_id","submitted_at","id") WHERE status <> 'clue';--> statement-breakpoint
CREATE INDEX "complaint_by_field" ON "complaint" USING btree ("field","submitted_at","id") WHERE status <> 'clue';--> statement-breakpoint
ALTER TABLE "complaint" DROP COLUMN "search";--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "a_mail_has_a_kind" CHECK ("mail"."kind" in ('received', 'submitted', 'supplementAsked', 'supplemented', 'accepted', 'declined', 'referenced', 'merged', 'primaryMoved', 'split', 'assignedToYou', 'assigned', 'signed', 'returned', 'returnRuled', 'recalled', 'firstContact', 'replied', 'replyAccepted', 'sentBack', 'answered', 'evaluated', 'badlyRated', 'rework', 'reworkWaived', 'rectifying', 'measureReported', 'measureSentBack', 'writeOffApplied', 'writeOffReady', 'writeOffRefused', 'writtenOff', 'withdrawn', 'reviewAsked', 'reviewAnswered', 'reopened', 'lookedBack', 'invitation', 'passwordReset', 'passwordChanged'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "a_notice_has_a_kind" CHECK ("notice"."kind" in ('received', 'submitted', 'supplementAsked', 'supplemented', 'accepted', 'declined', 'referenced', 'merged', 'primaryMoved', 'split', 'assignedToYou', 'assigned', 'signed', 'returned', 'returnRuled', 'recalled', 'firstContact', 'replied', 'replyAccepted', 'sentBack', 'answered', 'evaluated', 'badlyRated', 'rework', 'reworkWaived', 'rectifying', 'measureReported', 'measureSentBack', 'writeOffApplied', 'writeOffReady', 'writeOffRefused', 'writtenOff', 'withdrawn', 'reviewAsked', 'reviewAnswered', 'reopened', 'lookedBack', 'invitation', 'passwordReset', 'passwordChanged'));--> statement-breakpoint
-- What a text can be found by: words of letters and digits, and of Chinese each character with the next one,
-- the last of a run alone. app/domain/ledger/search.ts cuts what is looked for in the same way.
CREATE FUNCTION words_of(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT array_to_tsvector(array(
    SELECT substr(run, i, 2)
      FROM string_to_table(regexp_replace(plain, '[^\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+', ' ', 'g'), ' ') run,
        generate_series(1, length(run)) i
    UNION ALL
    SELECT word FROM string_to_table(regexp_replace(plain, '[^a-z0-9]+', ' ', 'g'), ' ') word WHERE word <> ''))
  FROM (SELECT lower(normalize(said, NFKC)) AS plain) folded);--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "search" tsvector NOT NULL GENERATED ALWAYS AS
  (words_of("number" || ' ' || "serial"::text || ' ' || "title" || ' ' || "description")) STORED;--> statement-breakpoint
CREATE INDEX "complaint_by_words" ON "complaint" USING gin ("search") WITH (fastupdate = off);
