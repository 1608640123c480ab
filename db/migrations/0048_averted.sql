-- What a mediation kept from happening (domain rules §1.5): how many people, kind by kind; null: nothing of the kind was averted.
-- Nobody was asked before, so what was there before has none.
alter table mediation
  add column averted_suicide integer check (averted_suicide > 0),
  add column averted_crime integer check (averted_crime > 0),
  add column averted_brawl integer check (averted_brawl > 0),
  add column averted_petition integer check (averted_petition > 0);
