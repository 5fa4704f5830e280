-- Who may touch what: one role per kind of person, none by default. Applied after every migration; safe to repeat.
-- `huiyin_registrar` is what an act becomes once it is allowed: the one writer. Loaders never hold it.

do $$
declare kind text;
begin
  foreach kind in array array['guest','liaison','intake','supervisor','discipline','custodian','department','leader',
                              'sysadmin','secadmin','auditor','worker','broker','registrar','keeper'] loop
    execute format('revoke all on all tables in schema public from huiyin_%s', kind);
    execute format('grant usage on schema public to huiyin_%s', kind);
    execute format('grant select on calendar_day, calendar_year, department to huiyin_%s', kind);
    execute format('grant select (rule, unit, count, valid_from) on clock_span to huiyin_%s', kind);
    if kind not in ('guest', 'worker', 'broker', 'registrar', 'keeper') then
      -- Which complaint a line is about is not for everybody whom it reaches.
      execute format('grant select (id, person_id, kind, number, due_on, path, event_id, created_at, read_at, mailing, digest_id), update (read_at) on notice to huiyin_%s', kind);
    end if;
  end loop;
end $$;

-- Oneself: what one reads, how one has mails, and one's own sessions but for their secrets.
do $$
declare kind text;
begin
  foreach kind in array array['liaison','intake','supervisor','discipline','custodian','department','leader',
                              'sysadmin','secadmin','auditor'] loop
    execute format('grant select (id, name, name_en, email, locale, mailing, status, role, liaison_point_id, department_id) on person to huiyin_%s', kind);
    execute format('grant update (locale, mailing) on person to huiyin_%s', kind);
    execute format('grant select (id, person_id, created_at, last_seen_at, ends_at, device, stage), delete on session to huiyin_%s', kind);
  end loop;
end $$;

-- What the functions of db/actors.sql read and write for whoever is at the door.
grant select on person, recusal, mail to huiyin_keeper;
grant update (password_hash, password_set_at, status) on person to huiyin_keeper;
grant insert on mail to huiyin_keeper;
grant select, insert, update, delete on session to huiyin_keeper;
grant select, update (used_at) on one_time_link to huiyin_keeper;
grant select (id, status, accepted_at, search, submitted_at, ended_at) on complaint to huiyin_keeper;
grant select (id, complaint_id, department_id) on assignment to huiyin_keeper;
grant select (complaint_id, decided_at) on write_off to huiyin_keeper;

-- An enterprise: its own drafts and files, and what it may know of its complaints (rows by scope).
grant select, insert, update, delete on draft to huiyin_liaison;
grant select, insert, delete on attachment to huiyin_liaison;
grant select on complaint, supplement, answer, evaluation, liaison_point to huiyin_liaison;
-- What was said with an act it reads through told_words (db/actors.sql), as far as it is meant for it.
grant select (id, complaint_id, seq, command, actor_kind, at, to_status, from_status, version) on event to huiyin_liaison;
grant select (id, complaint_id, department_id, part, status, dispatched_at, signed_at, first_contact_at, replied_at,
  accepted_at, recalled_at, round, reply_due_on, original_reply_due_on, due_rule, due_from) on assignment to huiyin_liaison;
grant select (id, assignment_id, status, due_on, words) on measure to huiyin_liaison;

-- The commission reads everything about complaints, and writes only through the registrar.
grant select on complaint, supplement, reference, rule, rule_complaint, assignment, reply, measure, attachment,
  released_attachment, evidence, assignment_step, answer, evaluation, call_back, write_off, look_back, event,
  liaison_point, number_series to huiyin_intake, huiyin_supervisor;
grant select (id, name, name_en, email, mobile, role, post, liaison_point_id, department_id, locale, mailing, status)
  on person to huiyin_intake, huiyin_supervisor;
-- Whether letters reach somebody, not which ones.
grant select (id, person_id, since, why, settled_at) on unreachable
  to huiyin_intake, huiyin_supervisor, huiyin_sysadmin;
-- Whether somebody was treated worse since is between the enterprise and the commission.
grant select on question to huiyin_liaison, huiyin_intake, huiyin_supervisor;

-- Whatever moves a date is known to whoever keeps it or waits for it; a department's request is not the enterprise's to read.
grant select on pause, extension to huiyin_intake, huiyin_supervisor;
grant select (id, assignment_id, why, from_on, to_on) on pause to huiyin_department;
grant select on extension to huiyin_department;
grant select on pause to huiyin_liaison;
grant select (id, assignment_id, asked_at, until, due_on_before, granted, ruling, ruled_at) on extension to huiyin_liaison;

-- What was done about a date that passed. Of a letter, a department and a leader read what is written in it.
grant select on ladder_step, urging to huiyin_intake, huiyin_supervisor;
grant select (id, year, serial, assignment_id, issued_at, due_on, answer_by, about) on urging
  to huiyin_department, huiyin_leader;
grant select (id, code, department_id, part, status, reply_due_on, dispatched_at) on assignment to huiyin_leader;

-- A department: its assignments and what was released to it. Not the complaint, not even its key.
grant select (id, code, department_id, part, status, brief, named_point, dispatched_at, sign_due_on, contact_due_on,
  return_due_on, reply_due_on, original_reply_due_on, due_rule, due_from, round, signed_at, officer, first_contact_at,
  contact_way, contact_note, replied_at, accepted_at, returned_at, return_reason, right_department_id, ruling,
  ruling_reason, missing, recalled_at, settled_at, version) on assignment to huiyin_department;
grant select on reply, measure, evidence, assignment_step to huiyin_department;
grant select (id, name, type, bytes, sha256, storage_key, assignment_id, released_at)
  on released_attachment to huiyin_department;

-- Accounts and settings, and the mail ledger, which has no content and no number beside a contact (db/actors.sql).
grant select (id, name, name_en, email, mobile, role, post, liaison_point_id, department_id, locale, mailing, status,
  created_at, version) on person to huiyin_sysadmin;
grant select on liaison_point to huiyin_sysadmin;
grant insert, update on liaison_point, department to huiyin_sysadmin;
grant insert, update, delete on calendar_day, calendar_year to huiyin_sysadmin;
grant select, insert on calendar_change, clock_span to huiyin_sysadmin;

-- The worker sends mail.
grant select, update on mail to huiyin_worker;
grant select (id, name, email, locale, status) on person to huiyin_worker;
grant select on one_time_link to huiyin_worker;
-- It watches the clocks, and reads of each matter when it is due and what was done about that.
grant select (id, number, status, primary_id, due_on, due_rule, due_from, feedback_at) on complaint to huiyin_worker;
grant select (id, complaint_id, status, reply_due_on, sign_due_on, due_from, dispatched_at) on assignment to huiyin_worker;
grant select (id, assignment_id, status, due_on, promised_at, reported_at) on measure to huiyin_worker;
grant select (complaint_id, assignment_id, to_on) on pause to huiyin_worker;
grant select (assignment_id, granted, ruled_at) on extension to huiyin_worker;
grant select on ladder_step to huiyin_worker;
grant select (complaint_id, nth, since_on) on question to huiyin_worker;
-- And notes what the provider says of it.
grant insert, select (id) on mail_event to huiyin_worker;
-- It removes files that no row refers to, and needs to know nothing of them but where they lie.
grant select (storage_key) on attachment, evidence, released_attachment, cleaned_copy to huiyin_worker;

grant select, insert, update on all tables in schema public to huiyin_registrar;
grant delete on session, rule_complaint, attachment, draft to huiyin_registrar;
revoke update on event from huiyin_registrar;
-- Not even the registrar learns by what somebody is known, or sets it: an act is done in one's own name.
revoke select, update on session from huiyin_registrar;
grant select (id, person_id, created_at, last_seen_at, ends_at, device) on session to huiyin_registrar;
revoke update on person from huiyin_registrar;
-- Nor what an account may do, where it belongs, which address opens it, or whether it is open (db/rights.sql).
grant update (name, name_en, mobile, locale, version) on person to huiyin_registrar;

-- The trail: rows are only added, and chained by the keeper's function; openings alone are removed, after years.
revoke update on opening, checkpoint, checkpoint_leaf, erasure, trail_check from huiyin_registrar;
revoke insert, update on chain from huiyin_registrar;
grant update (covered_seq, is_covered) on chain to huiyin_registrar;
grant delete on opening to huiyin_registrar;
grant select, insert, update on chain to huiyin_keeper;
grant select on event, opening, checkpoint, checkpoint_leaf, trail_check to huiyin_keeper;
grant select (id, number) on complaint to huiyin_keeper;
grant select on person to huiyin_keeper;

-- The discipline team: everything about the complaints that are clues, and of the others nothing (rows by scope).
grant select on complaint, supplement, reference, rule, rule_complaint, assignment, reply, measure, attachment,
  released_attachment, evidence, assignment_step, answer, evaluation, call_back, write_off, look_back, event,
  liaison_point, question, pause, extension, ladder_step, urging, clue, recusal to huiyin_discipline;
grant select (id, name, name_en, role) on person to huiyin_discipline;
-- What was a clue and was given back, and who is recused, is part of a complaint.
grant select on clue, recusal to huiyin_intake, huiyin_supervisor;
grant select (complaint_id) on notice to huiyin_intake, huiyin_supervisor, huiyin_discipline;
-- What a mail or a digest must not tell its reader any more.
grant select (complaint_id, person_id, department_id) on recusal to huiyin_worker;
grant select (role, department_id) on person to huiyin_worker;

-- Who reported. Of a sealed one its own enterprise finds the row by its mark, and nobody but the broker reads the envelope.
grant select (id, liaison_point_id, person_id, owner) on reporter to huiyin_liaison;
grant select (id, liaison_point_id, person_id) on reporter to huiyin_intake, huiyin_supervisor, huiyin_discipline;
revoke select on reporter from huiyin_registrar;
grant select (id, liaison_point_id, person_id, owner) on reporter to huiyin_registrar;
grant select (reporter_id) on notice to huiyin_liaison;
grant delete on one_time_link to huiyin_registrar;
-- Requests to know who reported a sealed matter: the commission's, the custodians', and nobody's to rewrite.
grant select on unsealing, unsealing_vote to huiyin_intake, huiyin_supervisor, huiyin_discipline, huiyin_custodian;
grant select (id, name, name_en, role) on person to huiyin_custodian;
grant select (id, number) on complaint to huiyin_custodian;
revoke update on unsealing, unsealing_vote from huiyin_registrar;
grant update (approved_at, refused_at, ended_at) on unsealing to huiyin_registrar;

-- The broker: what it seals and opens by, whom it tells, and nothing of any matter.
grant select (id, sealed, owner), update (sealed, owner) on reporter to huiyin_broker;
grant select (id) on liaison_point to huiyin_broker;
grant select (id, number, reporter_id) on complaint to huiyin_broker;
grant select on unsealing, unsealing_vote to huiyin_broker;
grant select (complaint_id, person_id) on recusal to huiyin_broker;
grant select (id, role, status, locale, liaison_point_id) on person to huiyin_broker;
grant insert on opening, notice to huiyin_broker;
grant select, insert, update, delete on sealed_news to huiyin_broker;
grant insert on mail to huiyin_broker;
grant select (person_id) on mail to huiyin_broker;

-- Erasing what was said: asked for and decided in one's own name, and emptied by the keeper's function alone (db/erasure.sql).
grant select on erasure, erasure_request to huiyin_intake, huiyin_supervisor, huiyin_discipline;
grant select (id, complaint_id, at, ground) on erasure to huiyin_liaison;
revoke update on erasure_request from huiyin_registrar;
grant update (decided_by_id, decided_at, approved, dropped_at) on erasure_request to huiyin_registrar;
grant select (complaint_id) on erasure to huiyin_keeper;
grant select (linked_id, draft_id), update (title, description, about, place, since_on) on complaint to huiyin_keeper;
grant select (id), update (said) on draft to huiyin_keeper;
grant select (complaint_id, answer), update (question, answer) on supplement to huiyin_keeper;
grant select (complaint_id), update (words) on reference, answer, call_back, look_back, question to huiyin_keeper;
grant select (complaint_id), update (reason) on evaluation, recusal, unsealing_vote to huiyin_keeper;
grant update (words, reason) on write_off to huiyin_keeper;
grant select (complaint_id), update (about) on urging to huiyin_keeper;
grant update (purpose) on unsealing to huiyin_keeper;
grant update (brief, named_point, officer, contact_note, return_reason, ruling_reason, missing) on assignment to huiyin_keeper;
grant select (assignment_id), update (words, missing) on reply to huiyin_keeper;
grant select (assignment_id), update (words, owner, report, missing) on measure to huiyin_keeper;
grant select (assignment_id), update (reason, ruling) on extension to huiyin_keeper;
grant select (assignment_id), update (words, officer) on assignment_step to huiyin_keeper;
grant update (said, changes, salt) on event to huiyin_keeper;
grant select (sealed), update (sealed) on reporter to huiyin_keeper;
grant select (reporter_id) on sealed_news to huiyin_keeper;
grant select (id, complaint_id, storage_key), delete on attachment to huiyin_keeper;
grant select (attachment_id, storage_key), delete on cleaned_copy to huiyin_keeper;
grant select (assignment_id, storage_key), delete on released_attachment, evidence to huiyin_keeper;

-- What an enterprise is told of those who asked for its identity.
grant select on unsealing, unsealing_vote to huiyin_keeper;
grant select (id, liaison_point_id, owner) on reporter to huiyin_keeper;
grant select (reporter_id) on complaint to huiyin_keeper;

-- Rights: asked for by one administrator, decided by the other (db/rights.sql). The security administrator knows who is
-- in the office, and of a point its name.
grant select on rights_request, rights_decision to huiyin_sysadmin, huiyin_secadmin;
grant select (post, created_at, version) on person to huiyin_secadmin;
grant select (id, code, short_name) on liaison_point to huiyin_secadmin;
revoke update on rights_request from huiyin_registrar;
revoke insert, update on rights_decision from huiyin_registrar;
grant select, insert on rights_request, rights_decision to huiyin_keeper;
grant insert on person to huiyin_keeper;
grant update (role, post, email, department_id, liaison_point_id, version) on person to huiyin_keeper;
grant update (voided) on one_time_link to huiyin_keeper;
grant select on calendar_change, clock_span to huiyin_keeper;

-- Second factors: at the door their holder's own, with no way to take back that a code was used. An administrator's
-- act takes them away and reads nothing of them.
revoke all on passkey, totp, recovery_code, proof_count from huiyin_registrar;
grant select (person_id), delete on passkey, totp, recovery_code to huiyin_registrar;
grant select, insert, delete on passkey, totp, recovery_code to huiyin_guest;
grant update (counter, last_used_at) on passkey to huiyin_guest;
grant update (last_step, sealed) on totp to huiyin_guest;
grant update (used_at) on recovery_code to huiyin_guest;
grant select (person_id) on passkey, totp to huiyin_keeper;
grant select, insert, update on proof_count to huiyin_keeper;
grant insert on mail to huiyin_keeper;

-- What a rule said before is for the office to read, and nobody's to rewrite.
grant select on rule_version to huiyin_intake, huiyin_supervisor;
revoke update on rule_version from huiyin_registrar;
-- Views of the ledger: each reader's own.
revoke all on ledger_view from huiyin_registrar;
grant select, insert, delete, update (query, saved_at) on ledger_view to huiyin_intake, huiyin_supervisor;

-- What is counted and known at the door is the keeper's; one's own browsers can be looked at and forgotten.
revoke all on guess_budget, known_device, former_password from huiyin_registrar;
grant select, insert, update on guess_budget, known_device to huiyin_keeper;
grant select, insert, delete on former_password to huiyin_keeper;
grant select (id, short_name, credit_code) on liaison_point to huiyin_keeper;
grant select (whole_at), delete on guess_budget to huiyin_worker;
grant select (person_id, last_seen_at, ends_at), delete on known_device to huiyin_worker;
do $$
declare kind text;
begin
  foreach kind in array array['liaison','intake','supervisor','discipline','custodian','department','leader',
                              'sysadmin','secadmin','auditor'] loop
    execute format('grant select (id, person_id, device, created_at, last_seen_at, ends_at), update (ends_at) on known_device to huiyin_%s', kind);
  end loop;
end $$;
