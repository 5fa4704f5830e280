CREATE TABLE "assignment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"code" text NOT NULL,
	"department_id" uuid NOT NULL,
	"part" text NOT NULL,
	"status" text NOT NULL,
	"brief" text NOT NULL,
	"named_point" text,
	"dispatched_at" timestamp with time zone NOT NULL,
	"sign_due_on" date NOT NULL,
	"contact_due_on" date NOT NULL,
	"return_due_on" date NOT NULL,
	"reply_due_on" date NOT NULL,
	"original_reply_due_on" date NOT NULL,
	"due_rule" text NOT NULL,
	"due_from" timestamp with time zone NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"signed_at" timestamp with time zone,
	"officer" text,
	"first_contact_at" timestamp with time zone,
	"contact_way" text,
	"contact_note" text,
	"replied_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	"return_reason" text,
	"right_department_id" uuid,
	"ruling" text,
	"ruling_reason" text,
	"missing" text,
	"recalled_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "assignment_code_unique" UNIQUE("code"),
	CONSTRAINT "an_assignment_has_a_status" CHECK ("assignment"."status" in ('dispatched', 'signed', 'replied', 'accepted', 'returning', 'redo', 'recalled')),
	CONSTRAINT "an_assignment_is_lead_or_assisting" CHECK ("assignment"."part" in ('lead', 'assisting')),
	CONSTRAINT "a_contact_has_a_way" CHECK ("assignment"."contact_way" is null or "assignment"."contact_way" in ('throughCommission', 'phone', 'visit', 'meeting'))
);
--> statement-breakpoint
CREATE TABLE "assignment_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"command" text NOT NULL,
	"by_commission" boolean NOT NULL,
	"officer" text,
	"words" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"draft_id" uuid,
	"complaint_id" uuid,
	"liaison_point_id" uuid NOT NULL,
	"uploaded_by_id" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"assignment_id" uuid NOT NULL,
	"reply_id" uuid,
	"measure_id" uuid,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "measure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"words" text NOT NULL,
	"owner" text NOT NULL,
	"due_on" date NOT NULL,
	"status" text NOT NULL,
	"promised_at" timestamp with time zone NOT NULL,
	"reported_at" timestamp with time zone,
	"report" text,
	"confirmed_at" timestamp with time zone,
	"missing" text,
	CONSTRAINT "a_measure_has_a_status" CHECK ("measure"."status" in ('promised', 'reported', 'confirmed'))
);
--> statement-breakpoint
CREATE TABLE "released_attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"assignment_id" uuid NOT NULL,
	"attachment_id" uuid NOT NULL,
	"released_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reply" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"words" text NOT NULL,
	"replied_at" timestamp with time zone NOT NULL,
	"verdict" text,
	"missing" text,
	"judged_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "calendar_day" (
	"day" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "a_special_day_is_off_or_made_up" CHECK ("calendar_day"."kind" in ('holiday', 'makeUpWorkday'))
);
--> statement-breakpoint
CREATE TABLE "calendar_year" (
	"year" integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"words" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call_back" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"solved" text NOT NULL,
	"pressed" boolean NOT NULL,
	"words" text NOT NULL,
	"called_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evaluation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"rating" text NOT NULL,
	"solved" text NOT NULL,
	"reason" text NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a_rating_has_five_levels" CHECK ("evaluation"."rating" in ('verySatisfied', 'satisfied', 'fair', 'dissatisfied', 'veryDissatisfied')),
	CONSTRAINT "a_matter_is_solved_partly_or_not" CHECK ("evaluation"."solved" in ('solved', 'partly', 'unsolved'))
);
--> statement-breakpoint
CREATE TABLE "look_back" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"nth" integer NOT NULL,
	"result" text NOT NULL,
	"words" text NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a_look_back_has_a_result" CHECK ("look_back"."result" in ('held', 'partly', 'relapsed', 'falseRectification'))
);
--> statement-breakpoint
CREATE TABLE "write_off" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"applied_by_id" uuid NOT NULL,
	"applied_at" timestamp with time zone NOT NULL,
	"words" text NOT NULL,
	"confirmed_by_id" uuid,
	"confirmed_at" timestamp with time zone,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone,
	"approved" boolean,
	"solved" boolean,
	"reason" text,
	"reopened_at" timestamp with time zone,
	CONSTRAINT "two_lines_are_two_people" CHECK ("write_off"."confirmed_by_id" is null or "write_off"."decided_by_id" is null or "write_off"."confirmed_by_id" <> "write_off"."decided_by_id" or not "write_off"."approved")
);
--> statement-breakpoint
CREATE TABLE "complaint" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"year" integer NOT NULL,
	"serial" integer NOT NULL,
	"draft_id" uuid,
	"liaison_point_id" uuid NOT NULL,
	"submitted_by_id" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"field" text NOT NULL,
	"conduct" text NOT NULL,
	"disclosure" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"about" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"since_on" date,
	"search" "tsvector" DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"due_on" date,
	"due_rule" text,
	"due_from" timestamp with time zone,
	"grade" text,
	"key_problem" boolean DEFAULT false NOT NULL,
	"lead_department_id" uuid,
	"paused_on" date,
	"status_before" text,
	"primary_id" uuid,
	"decline_ground" text,
	"declined_at" timestamp with time zone,
	"review_asked_at" timestamp with time zone,
	"review_answered_at" timestamp with time zone,
	"bad_rating_pending" boolean DEFAULT false NOT NULL,
	"referenced_at" timestamp with time zone,
	"feedback_at" timestamp with time zone,
	"solved" boolean,
	"ended_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"look_backs" integer DEFAULT 0 NOT NULL,
	"reopenings" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "complaint_number_unique" UNIQUE("number"),
	CONSTRAINT "complaint_draftId_unique" UNIQUE("draft_id"),
	CONSTRAINT "a_complaint_has_a_status" CHECK ("complaint"."status" in ('submitted', 'supplementing', 'accepted', 'handling', 'verifying', 'feedback', 'rectifying', 'clearing', 'closed', 'declined', 'referenced', 'clue', 'merged', 'withdrawn')),
	CONSTRAINT "a_complaint_has_a_kind" CHECK ("complaint"."kind" in ('complaint', 'help', 'suggestion')),
	CONSTRAINT "a_complaint_has_a_source" CHECK ("complaint"."source" in ('liaisonPoint', 'onBehalf', 'forum', 'supervision', 'audit', 'hotline', 'selfReport')),
	CONSTRAINT "a_complaint_has_a_field" CHECK ("complaint"."field" in ('policyDelivery', 'governmentServices', 'marketAccess', 'tendering', 'procurement', 'landAndConstruction', 'propertyRegistration', 'utilities', 'financing', 'labour', 'taxation', 'crossBorderTrade', 'intellectualProperty', 'inspection', 'penalties', 'charges', 'intermediaries', 'arrears', 'integrity', 'fairCompetition', 'justice', 'exit', 'other')),
	CONSTRAINT "a_complaint_has_a_conduct" CHECK ("complaint"."conduct" in ('inaction', 'delay', 'wrongfulAction', 'sham', 'buckPassing', 'coldness', 'extortion', 'obstruction', 'selectiveEnforcement', 'repeatedInspection', 'unlawfulInspection', 'arbitraryCharges', 'forcedIntermediary', 'addedConditions', 'policyUnimplemented', 'brokenPromise', 'wrongfulShutdown', 'leakedSecrets', 'retaliation', 'other')),
	CONSTRAINT "a_complaint_has_a_disclosure" CHECK ("complaint"."disclosure" in ('named', 'confidential', 'sealed')),
	CONSTRAINT "a_grade_is_a_b_or_c" CHECK ("complaint"."grade" is null or "complaint"."grade" in ('A', 'B', 'C')),
	CONSTRAINT "a_refusal_has_a_ground" CHECK ("complaint"."status" <> 'declined' or "complaint"."decline_ground" in ('civilDispute', 'inProceedings', 'acceptedElsewhere', 'repeated', 'outsideCompetence')),
	CONSTRAINT "a_merged_complaint_has_a_primary" CHECK (("complaint"."status" = 'merged') = ("complaint"."primary_id" is not null)),
	CONSTRAINT "a_closed_complaint_knows_when" CHECK ("complaint"."status" <> 'closed' or "complaint"."closed_at" is not null),
	CONSTRAINT "every_open_complaint_has_a_due_date" CHECK ("complaint"."due_on" is not null or "complaint"."status" in ('closed','declined','referenced','merged','withdrawn','clue'))
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"said" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reference" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"words" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a_complaint_yields_one_reference" UNIQUE("complaint_id")
);
--> statement-breakpoint
CREATE TABLE "rule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"department_id" uuid NOT NULL,
	"made_on" date NOT NULL,
	"recorded_by_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"command_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rule_commandId_unique" UNIQUE("command_id")
);
--> statement-breakpoint
CREATE TABLE "rule_complaint" (
	"rule_id" uuid NOT NULL,
	"complaint_id" uuid NOT NULL,
	CONSTRAINT "rule_complaint_rule_id_complaint_id_pk" PRIMARY KEY("rule_id","complaint_id")
);
--> statement-breakpoint
CREATE TABLE "supplement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"question" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"command" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"assignment_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"said" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	"command_id" uuid,
	"version" integer NOT NULL,
	"previous_hash" text DEFAULT '' NOT NULL,
	"hash" text DEFAULT '' NOT NULL,
	CONSTRAINT "a_form_acts_once" UNIQUE("command_id")
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text,
	"due_on" date,
	"journey" text,
	"path" text NOT NULL,
	"link_id" uuid,
	"event_id" uuid,
	"locale" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp with time zone,
	"provider_id" text,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "a_mail_has_a_kind" CHECK ("mail"."kind" in ('received', 'submitted', 'supplementAsked', 'supplemented', 'accepted', 'declined', 'referenced', 'merged', 'split', 'assignedToYou', 'assigned', 'signed', 'returned', 'returnRuled', 'recalled', 'firstContact', 'replied', 'replyAccepted', 'sentBack', 'answered', 'evaluated', 'badlyRated', 'rework', 'reworkWaived', 'rectifying', 'measureReported', 'measureSentBack', 'writeOffApplied', 'writeOffReady', 'writeOffRefused', 'writtenOff', 'withdrawn', 'reviewAsked', 'reviewAnswered', 'reopened', 'lookedBack', 'invitation', 'passwordReset', 'passwordChanged')),
	CONSTRAINT "a_mail_has_a_status" CHECK ("mail"."status" in ('queued', 'sent', 'delivered', 'bounced', 'complained', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"due_on" date,
	"path" text NOT NULL,
	"event_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "a_notice_has_a_kind" CHECK ("notice"."kind" in ('received', 'submitted', 'supplementAsked', 'supplemented', 'accepted', 'declined', 'referenced', 'merged', 'split', 'assignedToYou', 'assigned', 'signed', 'returned', 'returnRuled', 'recalled', 'firstContact', 'replied', 'replyAccepted', 'sentBack', 'answered', 'evaluated', 'badlyRated', 'rework', 'reworkWaived', 'rectifying', 'measureReported', 'measureSentBack', 'writeOffApplied', 'writeOffReady', 'writeOffRefused', 'writtenOff', 'withdrawn', 'reviewAsked', 'reviewAnswered', 'reopened', 'lookedBack', 'invitation', 'passwordReset', 'passwordChanged'))
);
--> statement-breakpoint
CREATE TABLE "department" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"district" text,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"leader_id" uuid,
	CONSTRAINT "department_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "liaison_point" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"credit_code" text NOT NULL,
	"district" text NOT NULL,
	"industry" text NOT NULL,
	"size" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"term_starts_on" date NOT NULL,
	"term_ends_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "liaison_point_code_unique" UNIQUE("code"),
	CONSTRAINT "liaison_point_creditCode_unique" UNIQUE("credit_code"),
	CONSTRAINT "a_liaison_point_lies_in_a_district" CHECK ("liaison_point"."district" in ('350203', '350205', '350206', '350211', '350212', '350213')),
	CONSTRAINT "a_liaison_point_has_an_industry" CHECK ("liaison_point"."industry" in ('electronics', 'machinery', 'foodProcessing', 'textiles', 'chemicals', 'construction', 'wholesaleRetail', 'logistics', 'hospitality', 'software', 'biomedicine', 'newEnergy', 'culture', 'agriculture', 'finance', 'businessServices', 'association')),
	CONSTRAINT "a_liaison_point_has_a_size" CHECK ("liaison_point"."size" in ('large', 'medium', 'small', 'micro', 'association')),
	CONSTRAINT "a_liaison_point_has_a_status" CHECK ("liaison_point"."status" in ('active', 'suspended', 'ended')),
	CONSTRAINT "a_credit_code_has_18_characters" CHECK (length("liaison_point"."credit_code") = 18)
);
--> statement-breakpoint
CREATE TABLE "one_time_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"voided" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"email" text NOT NULL,
	"mobile" text,
	"role" text NOT NULL,
	"post" text,
	"liaison_point_id" uuid,
	"department_id" uuid,
	"locale" text DEFAULT 'zh-CN' NOT NULL,
	"status" text DEFAULT 'invited' NOT NULL,
	"password_hash" text,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "a_person_has_a_role" CHECK ("person"."role" in ('liaison', 'intake', 'supervisor', 'discipline', 'custodian', 'department', 'leader', 'sysadmin', 'secadmin', 'auditor')),
	CONSTRAINT "a_person_has_a_status" CHECK ("person"."status" in ('invited', 'active', 'disabled')),
	CONSTRAINT "a_person_reads_a_language" CHECK ("person"."locale" in ('zh-CN', 'en')),
	CONSTRAINT "a_post_is_officer_or_approver" CHECK ("person"."post" is null or "person"."post" in ('officer', 'approver')),
	CONSTRAINT "a_contact_belongs_to_a_liaison_point" CHECK (("person"."role" = 'liaison') = ("person"."liaison_point_id" is not null)),
	CONSTRAINT "an_officer_belongs_to_a_department" CHECK (("person"."role" = 'department') = ("person"."department_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"device" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_right_department_id_department_id_fk" FOREIGN KEY ("right_department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_step" ADD CONSTRAINT "assignment_step_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_liaison_point_id_liaison_point_id_fk" FOREIGN KEY ("liaison_point_id") REFERENCES "public"."liaison_point"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_uploaded_by_id_person_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_reply_id_reply_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."reply"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "released_attachment" ADD CONSTRAINT "released_attachment_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "released_attachment" ADD CONSTRAINT "released_attachment_attachment_id_attachment_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply" ADD CONSTRAINT "reply_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_back" ADD CONSTRAINT "call_back_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "look_back" ADD CONSTRAINT "look_back_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_off" ADD CONSTRAINT "write_off_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_off" ADD CONSTRAINT "write_off_applied_by_id_person_id_fk" FOREIGN KEY ("applied_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_off" ADD CONSTRAINT "write_off_confirmed_by_id_person_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_off" ADD CONSTRAINT "write_off_decided_by_id_person_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_liaison_point_id_liaison_point_id_fk" FOREIGN KEY ("liaison_point_id") REFERENCES "public"."liaison_point"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_submitted_by_id_person_id_fk" FOREIGN KEY ("submitted_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_lead_department_id_department_id_fk" FOREIGN KEY ("lead_department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_primary_id_complaint_id_fk" FOREIGN KEY ("primary_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference" ADD CONSTRAINT "reference_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule" ADD CONSTRAINT "rule_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule" ADD CONSTRAINT "rule_recorded_by_id_person_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_complaint" ADD CONSTRAINT "rule_complaint_rule_id_rule_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."rule"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_complaint" ADD CONSTRAINT "rule_complaint_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplement" ADD CONSTRAINT "supplement_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_link_id_one_time_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."one_time_link"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_liaison_point_id_liaison_point_id_fk" FOREIGN KEY ("liaison_point_id") REFERENCES "public"."liaison_point"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "a_complaint_has_one_lead_assignment" ON "assignment" USING btree ("complaint_id") WHERE "assignment"."part" = 'lead' and "assignment"."status" <> 'recalled';--> statement-breakpoint
CREATE UNIQUE INDEX "a_department_holds_a_complaint_once" ON "assignment" USING btree ("complaint_id","department_id") WHERE "assignment"."status" <> 'recalled';--> statement-breakpoint
CREATE INDEX "assignment_by_department" ON "assignment" USING btree ("department_id","status","reply_due_on");--> statement-breakpoint
CREATE INDEX "assignment_by_complaint" ON "assignment" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "assignment_step_by_assignment" ON "assignment_step" USING btree ("assignment_id","at");--> statement-breakpoint
CREATE INDEX "attachment_by_draft" ON "attachment" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "attachment_by_complaint" ON "attachment" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "evidence_by_assignment" ON "evidence" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "measure_by_assignment" ON "measure" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "released_attachment_by_assignment" ON "released_attachment" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "reply_by_assignment" ON "reply" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "answer_by_complaint" ON "answer" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "call_back_by_complaint" ON "call_back" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "evaluation_by_complaint" ON "evaluation" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "look_back_by_complaint" ON "look_back" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "write_off_by_complaint" ON "write_off" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "write_off_by_decision" ON "write_off" USING btree ("decided_at") WHERE "write_off"."approved";--> statement-breakpoint
CREATE INDEX "complaint_by_submission" ON "complaint" USING btree ("submitted_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "complaint_by_due" ON "complaint" USING btree ("due_on","id");--> statement-breakpoint
CREATE INDEX "complaint_by_status_due" ON "complaint" USING btree ("status","due_on","id");--> statement-breakpoint
CREATE INDEX "complaint_by_status_submission" ON "complaint" USING btree ("status","submitted_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "complaint_by_point" ON "complaint" USING btree ("liaison_point_id","submitted_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "complaint_by_lead" ON "complaint" USING btree ("lead_department_id","submitted_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "complaint_by_field" ON "complaint" USING btree ("field","submitted_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "complaint_by_year" ON "complaint" USING btree ("year","serial");--> statement-breakpoint
CREATE INDEX "complaint_by_primary" ON "complaint" USING btree ("primary_id") WHERE "complaint"."primary_id" is not null;--> statement-breakpoint
CREATE INDEX "complaint_by_words" ON "complaint" USING gin ("search");--> statement-breakpoint
CREATE INDEX "draft_by_person" ON "draft" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "rule_by_day" ON "rule" USING btree ("made_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "rule_by_complaint" ON "rule_complaint" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "supplement_by_complaint" ON "supplement" USING btree ("complaint_id");--> statement-breakpoint
CREATE UNIQUE INDEX "an_event_has_its_place" ON "event" USING btree ("complaint_id","seq");--> statement-breakpoint
CREATE INDEX "mail_by_creation" ON "mail" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "mail_by_status" ON "mail" USING btree ("status","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "mail_by_person" ON "mail" USING btree ("person_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "mail_by_number" ON "mail" USING btree ("number");--> statement-breakpoint
CREATE INDEX "notice_by_person" ON "notice" USING btree ("person_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "unread_notice_by_person" ON "notice" USING btree ("person_id") WHERE "notice"."read_at" is null;--> statement-breakpoint
CREATE INDEX "liaison_point_by_status" ON "liaison_point" USING btree ("status","code");--> statement-breakpoint
CREATE INDEX "one_time_link_by_person" ON "one_time_link" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "an_email_belongs_to_one_person" ON "person" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "person_by_role" ON "person" USING btree ("role","status");--> statement-breakpoint
CREATE INDEX "person_by_department" ON "person" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "person_by_liaison_point" ON "person" USING btree ("liaison_point_id");--> statement-breakpoint
CREATE INDEX "session_by_person" ON "session" USING btree ("person_id");