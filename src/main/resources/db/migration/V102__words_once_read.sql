-- The same words need no second look twice: found again by what is left of them without spaces, case and punctuation.
alter table held_text add column fingerprint char(64);
create index held_text_by_words on held_text (store, fingerprint, decided_at);
