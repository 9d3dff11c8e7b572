-- The snapshot: what the compiler writes and the server selects. Immutable once written; a new schema is a new compile.
-- Every table a list is read from has `row`: the rank of the entry in the list's total order, so that paging, ranges and joins are
-- all in terms of one integer, and every index below ends, as SQLite's indexes do, in list order.

-- What this snapshot is.
create table snapshot (
  revision     text not null,              -- SHA-256 of the schema and all finished documents in order
  -- SHA-256 of this schema, of the members of all documents and of every closed word: what a reader of this file must know.
  contract     text not null,
  seeds_hash   text not null,              -- SHA-256 of the seeds it was compiled from
  built_with   text not null,              -- which build of the compiler wrote it
  compiled_at  text not null               -- UTC, ISO 8601; outside the revision
) strict;

-- What the snapshot is about: one row.
create table crisis (
  document text not null,                  -- JSON: names, zone, days, the frame of the map, examples
  outline  text                            -- GeoJSON: what the map shows besides facts
) strict;

-- One row for each version of each fact: what was known of it from one day until another. Versions of all kinds share the table,
-- as its columns are what lists of facts filter by; a kind's own columns are null in the other kinds.
create table fact (
  row         integer primary key,         -- rank by (first, time, id, known_from)
  id          text not null,
  kind        text not null check (kind in ('event', 'statement', 'price_change', 'deployment', 'toll')),
  -- The first day; where none is known, the last. Facts are ordered and filtered by it.
  first       text not null check (first like '____-__-__'),
  last        text not null check (last >= first),
  time        text not null,               -- HH:MM, or '' where unknown
  precision   text not null check (precision in ('minute', 'hour', 'day', 'month', 'year', 'unknown')),
  status      text not null check (status in ('retracted', 'disputed', 'unconfirmed', 'corroborated', 'single_source')),
  origins     integer not null,            -- independent origins that support it
  reviewed    integer not null check (reviewed in (0, 1)), -- whether it has a review: retracted, disputed, or a statement that is rebutted
  differs     integer not null check (differs in (0, 1)),
  known_from  text not null,               -- first day on which this version held
  known_until text not null,               -- first day on which it no longer did; 'forever' while it holds
  current     integer not null check (current in (0, 1)),
  type        text check (type is null or kind = 'event'),
  speaker     text,
  channel     text,
  quote       text,
  commodity   text,
  measure     text,
  unit        text,
  currency    text,
  operation   text,
  contributor text,
  formation   text,
  phase       text,
  toll_group  text,
  reported_by text,
  title       text not null
) strict;

create unique index fact_version on fact (id, known_from);
create unique index fact_current on fact (id) where current = 1;
create index fact_order       on fact (first, time, id);

-- An index for each column that filters, with the present versions together and, for each value, in list order.
create index fact_kind        on fact (current, kind);
create index fact_status      on fact (current, status);
create index fact_origins     on fact (current, origins);
create index fact_differs     on fact (current, differs);
create index fact_reviewed    on fact (current, reviewed);
create index fact_type        on fact (current, type)            where type is not null;
create index fact_speaker     on fact (current, speaker)         where speaker is not null;
create index fact_channel     on fact (current, channel)         where channel is not null;
create index fact_quoted      on fact (current, (quote is not null)) where kind = 'statement';
create index fact_commodity   on fact (current, commodity)       where commodity is not null;
create index fact_measure     on fact (current, kind, measure)   where measure is not null;
create index fact_unit        on fact (current, unit)            where unit is not null;
create index fact_currency    on fact (current, currency)        where currency is not null;
create index fact_operation   on fact (current, operation)       where operation is not null;
create index fact_contributor on fact (current, contributor)     where contributor is not null;
create index fact_formation   on fact (current, formation)       where formation is not null;
create index fact_phase       on fact (current, phase)           where phase is not null;
create index fact_group       on fact (current, toll_group)      where toll_group is not null;
create index fact_reported_by on fact (current, reported_by)     where reported_by is not null;

-- What is served of each version: apart from `fact`, so that what filters look at lies close together, and cards, which lists are
-- made of, apart from the longer documents.
create table fact_card (
  row    integer primary key references fact,
  cursor text not null,                    -- 'first|time|id': the place in the list
  json   text not null                     -- finished JSON without claims
) strict;

create table fact_document (
  row    integer primary key references fact,
  cursor text not null,
  json   text not null                     -- finished JSON with claims
) strict;

-- A row of RFC 4180 CSV in three parts. A list of all kinds has the first and the last part; a list of one kind also has the
-- part between them, with the columns of the kind.
create table fact_csv (
  row    integer primary key references fact,
  cursor text not null,                    -- as of the card
  head   text not null,                    -- the cells of all kinds up to those of the kind
  own    text not null,                    -- the kind's own
  tail   text not null                     -- the other cells of all kinds
) strict;

-- The facts of several days, by first and last day as days since 0001-01-01: those that reach a day without beginning on it.
create virtual table fact_span using rtree_i32 (row, first, last);

-- Where a fact happened; `own` 0 for the places that its places lie in.
create table fact_place (
  place text not null,
  row   integer not null references fact,
  own   integer not null check (own in (0, 1)),
  primary key (place, row)
) strict, without rowid;

create index fact_place_own on fact_place (row) where own = 1;

-- Who had a part in a fact.
create table fact_actor (
  actor text not null,
  row   integer not null references fact,
  primary key (actor, row)
) strict, without rowid;

-- The topics of a statement.
create table fact_topic (
  topic text not null,
  row   integer not null references fact,
  primary key (topic, row)
) strict, without rowid;

-- The events a statement is about.
create table fact_about (
  event text not null,
  row   integer not null references fact,
  primary key (event, row)
) strict, without rowid;

-- What each page claims of each version of a fact; written page by page, which fills a table with rowids and leaves others a third empty.
create table claim (
  source   text not null,
  row      integer not null references fact,
  stance   text not null check (stance in ('supports', 'disputes', 'rebuts', 'retracts')),
  document text not null,                  -- finished JSON of the claim
  others   text not null,                  -- finished JSON of up to five sources of other origins, earliest first
  more     integer not null,               -- other sources that are not among them
  primary key (source, row)
) strict;

-- Pages that make claims.
create table source (
  row             integer primary key,     -- rank by id
  id              text not null unique,
  publisher       text not null,
  publisher_group text not null,
  language        text not null,
  kind            text not null,
  known_from      text not null,
  document        text not null
) strict;

create index source_publisher on source (publisher);
create index source_publisher_group on source (publisher_group);
create index source_language on source (language);
create index source_kind on source (kind);

-- The addresses of pages: as seen, and as the key under which equivalent addresses meet; the key can be made anew from the address.
create table source_url (
  url    text not null,
  key    text not null,
  source text not null references source (id),
  primary key (url)
) strict, without rowid;

create index source_url_key on source_url (key);

-- Persons, bodies, units and groups.
create table actor (
  row      integer primary key,            -- rank by id
  id       text not null unique,
  kind     text not null,
  demonyms text not null,                  -- JSON array: what its people, and what is theirs, are called; * stands for any ending
  document text not null
) strict;

create index actor_kind on actor (kind);

create table actor_affiliation (
  affiliation text not null,
  row         integer not null references actor,
  primary key (affiliation, row)
) strict, without rowid;

-- Places, WGS 84.
create table place (
  row       integer primary key,           -- rank by id
  id        text not null unique,
  kind      text not null,
  latitude  real,
  longitude real,
  document  text not null
) strict;

create index place_kind on place (kind);
create index place_latitude on place (latitude);

-- Each place and all that it lies in, itself included.
create table place_within (
  within text not null,
  row    integer not null references place,
  primary key (within, row)
) strict, without rowid;

-- The words of the open vocabularies.
create table word (
  row      integer primary key,            -- rank by id
  id       text not null unique,
  registry text not null,
  key      text not null,
  cues     text not null,                  -- JSON array: words by which a sentence is known to speak of it
  implied  integer not null check (implied in (0, 1)), -- whether a sentence need not name it
  document text not null,
  unique (registry, key)
) strict;

create index word_registry on word (registry);

-- Facts that were removed from the seeds. Their ids are never used again, and a request for one is answered with the reason.
-- Not part of the revision.
create table removed (
  id     text primary key,
  day    text not null check (day like '____-__-__'),
  reason text not null
) strict, without rowid;

-- The journal: the snapshots that this one replaced, one after another, oldest first, itself last. It is the history of this file, copied
-- from each snapshot into the next, and outside the revision.
create table revision (
  number      integer primary key,
  revision    text not null,
  compiled_at text not null                -- with the number, what tells it from a revision of another journal
) strict;

-- What each of them changed of the one before, as finished JSON with claims; of the oldest, nothing.
create table change (
  number integer not null references revision,
  fact   text not null,
  kind   text not null check (kind in ('event', 'statement', 'price_change', 'deployment', 'toll')),
  action text not null check (action in ('added', 'changed', 'removed')),
  before text check (before is not null or action = 'added'),
  after  text check (after is not null or action = 'removed'),
  reason text check (reason is null or action = 'removed'),
  primary key (number, fact)
) strict;

-- Where the fact happened, before or after, and what those places lie in.
create table change_place (
  place  text not null,
  number integer not null,
  fact   text not null,
  primary key (place, number, fact)
) strict, without rowid;

-- The keys of the pages that made a claim about it, before or after.
create table change_page (
  key    text not null,
  number integer not null,
  fact   text not null,
  primary key (key, number, fact)
) strict, without rowid;

-- Full text, folded by KzFacts (FTS5 folds neither Russian nor Kazakh well enough); rowid is the row of the entry.
-- The columns of a fact have different weights in a search: title; names and labels in all spellings; summary, quote and other
-- text; passages and headlines of the pages.
create virtual table fact_search   using fts5 (title, names, body, evidence, content = '', tokenize = 'unicode61', prefix = '2 3 4');
create virtual table source_search using fts5 (folded, content = '', tokenize = 'unicode61', prefix = '2 3');
create virtual table actor_search  using fts5 (folded, content = '', tokenize = 'unicode61', prefix = '2 3');
create virtual table place_search  using fts5 (folded, content = '', tokenize = 'unicode61', prefix = '2 3');
create virtual table word_search   using fts5 (folded, content = '', tokenize = 'unicode61', prefix = '2 3');

-- The words of the facts' full text, to suggest what was meant.
create virtual table fact_word using fts5vocab (fact_search, row);

-- For people who open the file: the present version of every fact, kind by kind.
create view event as
  select id, json ->> '$.first' first, last, time, status, origins, type, title, json document
  from fact join fact_document using (row) where current = 1 and kind = 'event';
create view statement as
  select id, json ->> '$.first' first, last, status, origins, speaker, channel, quote, title, json document
  from fact join fact_document using (row) where current = 1 and kind = 'statement';
create view price_change as
  select id, json ->> '$.first' first, last, status, origins, commodity, measure, unit, currency,
         json ->> '$.before.min' as before_min, json ->> '$.before.max' as before_max,
         json ->> '$.after.min' as after_min, json ->> '$.after.max' as after_max, title, json document
  from fact join fact_document using (row) where current = 1 and kind = 'price_change';
create view deployment as
  select id, json ->> '$.first' first, last, status, origins, operation, contributor, formation, phase,
         json ->> '$.personnel.min' as personnel_min, json ->> '$.personnel.max' as personnel_max, title, json document
  from fact join fact_document using (row) where current = 1 and kind = 'deployment';
create view toll as
  select id, json ->> '$.first' first, last, status, origins, measure, toll_group, reported_by,
         json ->> '$.count.min' as count_min, json ->> '$.count.max' as count_max, title, json document
  from fact join fact_document using (row) where current = 1 and kind = 'toll';
